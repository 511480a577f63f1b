import { cycled, randomOfJapan } from "./random";

/** A made-up person's name. */
export interface JapaneseName {
  readonly name: string;
  readonly kana: string;
  readonly english: string;
}

/** A name's characters, kana and Latin letters. */
type Reading = readonly [written: string, kana: string, latin: string];

const readings = (text: string): readonly Reading[] =>
  text
    .trim()
    .split(/\s+/)
    .map((entry) => entry.split("/"))
    .map(([written = "", kana = "", latin = ""]) => [written, kana, latin]);

/** Family names with their readings; the generator's own list has none. */
const familyNames = readings(`
佐藤/サトウ/Sato 鈴木/スズキ/Suzuki 高橋/タカハシ/Takahashi 田中/タナカ/Tanaka 伊藤/イトウ/Ito
渡辺/ワタナベ/Watanabe 山本/ヤマモト/Yamamoto 中村/ナカムラ/Nakamura 小林/コバヤシ/Kobayashi 加藤/カトウ/Kato
吉田/ヨシダ/Yoshida 山田/ヤマダ/Yamada 佐々木/ササキ/Sasaki 山口/ヤマグチ/Yamaguchi 松本/マツモト/Matsumoto
井上/イノウエ/Inoue 木村/キムラ/Kimura 林/ハヤシ/Hayashi 斎藤/サイトウ/Saito 清水/シミズ/Shimizu
山崎/ヤマザキ/Yamazaki 森/モリ/Mori 池田/イケダ/Ikeda 橋本/ハシモト/Hashimoto 阿部/アベ/Abe
石川/イシカワ/Ishikawa 山下/ヤマシタ/Yamashita 中島/ナカジマ/Nakajima 石井/イシイ/Ishii 小川/オガワ/Ogawa
前田/マエダ/Maeda 岡田/オカダ/Okada 長谷川/ハセガワ/Hasegawa 藤田/フジタ/Fujita 後藤/ゴトウ/Goto
近藤/コンドウ/Kondo 村上/ムラカミ/Murakami 遠藤/エンドウ/Endo 青木/アオキ/Aoki 坂本/サカモト/Sakamoto
福田/フクダ/Fukuda 太田/オオタ/Ota 西村/ニシムラ/Nishimura 藤井/フジイ/Fujii 金子/カネコ/Kaneko
岡本/オカモト/Okamoto 藤原/フジワラ/Fujiwara 中野/ナカノ/Nakano 三浦/ミウラ/Miura 原田/ハラダ/Harada
松田/マツダ/Matsuda 竹内/タケウチ/Takeuchi 小野/オノ/Ono 田村/タムラ/Tamura 中山/ナカヤマ/Nakayama
和田/ワダ/Wada 石田/イシダ/Ishida 森田/モリタ/Morita 上田/ウエダ/Ueda 柴田/シバタ/Shibata
宮崎/ミヤザキ/Miyazaki 横山/ヨコヤマ/Yokoyama 安藤/アンドウ/Ando 宮本/ミヤモト/Miyamoto 大野/オオノ/Ono
谷口/タニグチ/Taniguchi 今井/イマイ/Imai 工藤/クドウ/Kudo 丸山/マルヤマ/Maruyama 杉山/スギヤマ/Sugiyama
`);

/** Given names with their readings. */
const givenNames = readings(`
健一/ケンイチ/Kenichi 健太/ケンタ/Kenta 久美子/クミコ/Kumiko 京子/キョウコ/Kyoko 亮太/リョウタ/Ryota
信子/ノブコ/Nobuko 修/オサム/Osamu 優子/ユウコ/Yuko 優花/ユウカ/Yuka 千尋/チヒロ/Chihiro
博之/ヒロユキ/Hiroyuki 友美/トモミ/Tomomi 和也/カズヤ/Kazuya 和子/カズコ/Kazuko 哲也/テツヤ/Tetsuya
啓子/ケイコ/Keiko 大介/ダイスケ/Daisuke 大輔/ダイスケ/Daisuke 幸子/サチコ/Sachiko 幸雄/ユキオ/Yukio
彩香/アヤカ/Ayaka 徹/トオル/Toru 恵子/ケイコ/Keiko 恵美/エミ/Emi 愛/アイ/Ai
拓也/タクヤ/Takuya 敏子/トシコ/Toshiko 智子/トモコ/Tomoko 桜/サクラ/Sakura 正男/マサオ/Masao
武/タケシ/Takeshi 沙織/サオリ/Saori 洋子/ヨウコ/Yoko 洋平/ヨウヘイ/Yohei 浩二/コウジ/Koji
涼太/リョウタ/Ryota 由美/ユミ/Yumi 百花/モモカ/Momoka 直人/ナオト/Naoto 直樹/ナオキ/Naoki
直美/ナオミ/Naomi 真由美/マユミ/Mayumi 秀樹/ヒデキ/Hideki 純子/ジュンコ/Junko 結衣/ユイ/Yui
美咲/ミサキ/Misaki 美智子/ミチコ/Michiko 美穂/ミホ/Miho 義雄/ヨシオ/Yoshio 翔太/ショウタ/Shota
聡/サトシ/Satoshi 舞/マイ/Mai 良子/ヨシコ/Yoshiko 英樹/ヒデキ/Hideki 茂/シゲル/Shigeru
裕子/ユウコ/Yuko 誠/マコト/Makoto 遥/ハルカ/Haruka 陽子/ヨウコ/Yoko 雄太/ユウタ/Yuta
隆/タカシ/Takashi 香織/カオリ/Kaori 麻衣/マイ/Mai 進/ススム/Susumu 達也/タツヤ/Tatsuya
`);

/** Draws one made-up name after another, the same ones every time for a seed. */
export function japaneseNames(seed: number): () => JapaneseName {
  const random = randomOfJapan(seed);
  const pick = (names: readonly Reading[]) =>
    cycled(names, random.number.int({ max: names.length - 1 }));
  return () => {
    const [family, familyKana, familyLatin] = pick(familyNames);
    const [given, givenKana, givenLatin] = pick(givenNames);
    return {
      name: `${family} ${given}`,
      kana: `${familyKana} ${givenKana}`,
      english: `${givenLatin} ${familyLatin}`,
    };
  };
}
