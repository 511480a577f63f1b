import { CooperationErrorCode } from "./cooperation/record/cooperation-error-code";
import { cooperationErrorSentences } from "./cooperation/record/cooperation-error-sentences";
import { DispatchErrorCode } from "./dispatch/record/dispatch-error-code";
import { dispatchErrorSentences } from "./dispatch/record/dispatch-error-sentences";
import { FellowshipErrorCode } from "./fellowship/record/fellowship-error-code";
import { fellowshipErrorSentences } from "./fellowship/record/fellowship-error-sentences";
import { errorCodes } from "./kit/errors";
import { errorSentences } from "./kit/japanese/error-sentences";
import { RecruitmentErrorCode } from "./recruitment/record/recruitment-error-code";
import { recruitmentErrorSentences } from "./recruitment/record/recruitment-error-sentences";
import type { AreaName } from "./areas";

const rules = {
  recruitment: [RecruitmentErrorCode, recruitmentErrorSentences],
  dispatch: [DispatchErrorCode, dispatchErrorSentences],
  fellowship: [FellowshipErrorCode, fellowshipErrorSentences],
  cooperation: [CooperationErrorCode, cooperationErrorSentences],
} as const satisfies Readonly<Record<AreaName, readonly [object, object]>>;

const all: (readonly [string, object, Readonly<Record<string, string>>])[] = [
  ["errors", errorCodes, errorSentences],
  ...Object.entries(rules).map(
    ([area, [codes, sentences]]) => [`the rules of ${area}`, codes, sentences] as const,
  ),
];

it.each(all)(
  "each code of %s has a sentence in Japanese, and no other has",
  (_what, codes, said) => {
    expect(Object.keys(said).sort()).toEqual(Object.keys(codes).sort());
    for (const [code, sentence] of Object.entries(said)) {
      expect([code, sentence]).toEqual([
        code,
        expect.stringMatching(/^[^（]*\p{Script=Hiragana}.*。$/u),
      ]);
    }
  },
);
