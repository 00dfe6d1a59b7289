import { begin } from "./begin";
import { readEmbed } from "./embed";

const script = document.currentScript;
const embed = script instanceof HTMLScriptElement ? readEmbed(script) : undefined;
if (embed) begin(embed);
else console.warn("kanal: the script needs data-site, the key of the site");
