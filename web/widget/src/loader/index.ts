import { readEmbed } from "./embed";
import { run } from "./run";

const script = document.currentScript;
const embed = script instanceof HTMLScriptElement ? readEmbed(script) : undefined;
if (embed) run(embed);
else console.warn("kanal: the script needs data-site, the key of the site");
