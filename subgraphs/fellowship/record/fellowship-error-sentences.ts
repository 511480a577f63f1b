/** What each code of `FellowshipErrorCode` says, in Japanese; our words, as the English are. */
export const fellowshipErrorSentences = {
  NOT_FOUND: "このidの記録はありません。",
  VERSION_CONFLICT: "記録は、expectedVersionの後に変更されています。",
  INVALID_TEXT: "文字が空か、長すぎるか、読めないものか、制御文字を含んでいます。",
  INVALID_CODE: "番号の形が正しくありません。",
  INVALID_PERIOD: "期間の終わりが始まりより前か、1948～2100年度の外です。",
  INVALID_NUMBER: "数が小さすぎます。",
  INVALID_COHORT_NUMBER: "期の番号は1以上でなければなりません。",
  DATE_IN_FUTURE: "すでに起きたことの日付が、今日（日本時間）より後です。",
  UNKNOWN_PROGRAM: "このコードの研修制度はありません。",
  UNKNOWN_AGENCY: "このコードの機関はありません。",
  COHORT_EXISTS: "この番号の期は、すでに公表または開設されています。",
  PUBLISHED_FACT: "出典のある事実は、ここでは変更できません。",
  COHORT_PERIOD_IN_USE: "期の配属、課程または研修員が、新しい期間の外になります。",
  OUTSIDE_COHORT_PERIOD:
    "期の期間の外の日です。出典が年または月までしか示さないときは、ありうる最初と最後の日で判断し、分からない側は制限しません。",
  NOT_A_PHASE_OF_PROGRAM: "この期の制度に、この課程はありません。",
  PHASE_ALREADY_SCHEDULED: "この期には、この課程の日程がすでにあります。",
  OVERLAPPING_PHASES: "同じ期の二つの課程が同じ日に重なっています。",
  PHASE_OUT_OF_ORDER: "課程の順序が制度の定めと異なります。",
  FELLOW_NUMBER_TAKEN: "この番号は別の研修員が使っています。",
  NOT_A_SENDING_AGENCY: "研修員を派遣する国の機関ではありません。",
  BEFORE_ADMISSION: "研修員の採用より前の日です。",
  FELLOWSHIP_COMPLETED: "研修は修了しているか、指定された期間の終わりまでに修了しています。",
  FELLOW_WITHDRAWN: "研修員は辞退しているか、指定された期間の終わりまでに辞退しています。",
  PLACEMENT_RUNS_ON: "終わりのない配属、または研修の最終日より後まで続く配属があります。",
  INVALID_HOST:
    "AGENCYにはhostAgencyだけを、ほかの種類にはhostNameだけを指定しなければなりません。",
  NOT_A_HOST_AGENCY: "研修を受け入れる国の機関ではありません。",
  OVERLAPPING_PLACEMENT:
    "研修員は、期間中のある日に別のところに配属されています。別の配属のtoの日から始めることはできます。",
  ALREADY_CANCELLED: "配属は、始まる前に取り消されています。",
  ALREADY_ENDED:
    "配属は終わっているか、指定された日より前に終わります。終わったものは、あらためて終えることも取り消すこともできません。",
  ALREADY_BEGUN:
    "配属は始まっているか、指定された日までに始まっています。終えることはできますが、取り消せません。",
  PLACEMENT_CANCELLED: "配属は、始まる前に取り消されています。",
  PLACEMENT_ENDED: "配属は終わっているか、指定された日より前に終わります。",
  PLACEMENT_BEGUN: "配属は始まっているか、指定された日までに始まっています。",
  PLACEMENT_NOT_BEGUN:
    "配属は、指定された日より後に始まります。取り消すことはできますが、終えられません。",
  STANDS_IN_THE_WAY:
    "記録されている他の事実と両立しなくなります。先にそちらを取り消すか、訂正してください。",
} as const satisfies Readonly<Record<string, string>>;
