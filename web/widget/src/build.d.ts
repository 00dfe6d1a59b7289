/** The hashed name of the panel, put in when the loader is built. */
declare const PANEL_FILE: string;
