/** Hashed names of what is loaded later, put in when the part before it is built. */
declare const LAUNCHER_FILE: string;
declare const PANEL_FILE: string;
declare const INVITATION_FILE: string;
