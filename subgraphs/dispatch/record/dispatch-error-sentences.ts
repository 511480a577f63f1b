/** What each code of `DispatchErrorCode` says, in Japanese; our words, as the English are. */
export const dispatchErrorSentences = {
  AGENCY_NOT_IN_FORCE: "その機関は、分かる限りその日には存在しません。",
  ALREADY_AT_AGENCY: "その機関はすでに本人の派遣元です。",
  ALREADY_BEGUN: "派遣はすでに始まっています。",
  ALREADY_CANCELLED: "派遣は取り消されています。",
  ALREADY_CONSENTED: "本人はその日付で同意しています。訂正するには別の日を指定してください。",
  ALREADY_RETURNED: "本人はすでに復帰しています。",
  ALREADY_STARTED: "派遣はすでに始まっています。",
  CONSENT_AFTER_START:
    "本人の同意が、派遣または更新後の期間の初日より後です（昭和45年法律第117号第2条、人事院規則18-0第4条）。",
  CONSENT_MISSING: "本人の同意がありません（昭和45年法律第117号第2条）。",
  CONSENT_NOT_ANEW:
    "期間の更新には、あらためて同意が必要です。この日は、派遣の開始または前回の更新の同意より前です（人事院規則18-0第4条）。",
  CONSULTATION_MISSING:
    "期間が通算5年を超えますが、人事院との協議がありません（人事院規則18-0第4条）。",
  CONSULTATION_NOT_ANEW:
    "期間の更新には、あらためて協議が必要です。この日は、派遣の開始より前か、前回の協議より後ではありません（人事院規則18-0第4条）。",
  COUNTRY_MISSING: "勤務する国が指定されておらず、派遣先機関にも国がありません。",
  DATE_IN_FUTURE: "すでに起きたことの日付が未来です。",
  DATE_OUT_OF_RANGE: "グラフが扱う年度の外の日です。",
  DISPATCHED_FROM_FORMER_AGENCY: "本人は、その日以後に前の機関から派遣されています。",
  DISPATCH_CANCELLED: "派遣は取り消されています。",
  DISPATCH_EXISTS: "本人には、同じ日から始まる派遣の予定があります。",
  EMPTY_TERM: "期間の終わりが始まりより前です。",
  EXTENSION_NOT_AFTER_TERM: "新しい期間の終わりが、今の終わりより後ではありません。",
  INVALID_CODE: "コードまたは番号の形が正しくありません。",
  INVALID_PERIOD: "期間の終わりが始まりより前です。",
  INVALID_TEXT: "文字が見えないか、長すぎるか、制御文字を含んでいます。",
  LEGAL_BASIS_DOES_NOT_FIT: "その根拠条項は、この種類の機関への派遣に使えません。",
  NAME_MISSING: "派遣先機関の名称が、どちらの言語にもありません。",
  NOT_AN_ORGANIZATION_TYPE: "統計の「その他」は、機関の種類として使えません。",
  NOT_A_HOME_AGENCY: "日本の機関ではありません。",
  NOT_FOUND: "その記録はありません。",
  NOT_ON_DISPATCH: "派遣はまだ始まっていません。",
  NO_HOME_AGENCY: "本人は、初日にどの機関にも属していません。",
  ORGANIZATION_CODE_TAKEN: "このコードは別の派遣先機関が使っています。",
  OVERLAPPING_DISPATCH:
    "本人には、期間の重なる別の派遣があります。別の派遣が終わる日から始めることはできます。",
  PAY_RATIO_OUT_OF_RANGE:
    "給与の支給割合は0から100までの百分率でなければなりません（昭和45年法律第117号第5条）。",
  PERSONNEL_NUMBER_TAKEN: "この番号は別の職員が使っています。",
  RETURN_AFTER_TERM:
    "復帰が期間の終わりより後です。先に期間を更新するか、期間の超過を認めてください。",
  RETURN_NOT_AFTER_START: "復帰の日が、派遣の初日より後ではありません。",
  STANDS_IN_THE_WAY:
    "記録されている他の事実と両立しなくなります。先にそちらを取り消すか、訂正してください。",
  START_AFTER_TERM: "初日が、期間の終わりより前ではありません。",
  STILL_ON_DISPATCH: "本人は、別の派遣から復帰していません。",
  TRANSFER_NOT_AFTER_LAST: "本人は、その日以後に今の機関に移っています。",
  UNKNOWN_AGENCY: "このコードの機関はありません。",
  UNKNOWN_COUNTRY: "このコードの国はISO 3166-1にありません。",
  VERSION_CONFLICT: "記録は、期待された版より後に変更されています。",
} as const satisfies Readonly<Record<string, string>>;
