import theme from "../look/theme.css?inline";
import answers from "./styles/answers.css?inline";
import callback from "./styles/callback.css?inline";
import conversation from "./styles/conversation.css?inline";
import fields from "./styles/fields.css?inline";
import files from "./styles/files.css?inline";
import home from "./styles/home.css?inline";
import rating from "./styles/rating.css?inline";
import sheet from "./styles/sheet.css?inline";

export const styles = [theme, sheet, fields, answers, callback, home, conversation, files, rating].join("");
