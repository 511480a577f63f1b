import { endWith } from "./command";
import { importSpreadsheet } from "./import-spreadsheet";

// `npm run import`: an office's spreadsheet into the local stack's databases.
void endWith(() => importSpreadsheet(process.argv.slice(2)));
