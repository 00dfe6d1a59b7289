import {
  ActionIcon,
  Badge,
  Button,
  Chip,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  Menu,
  Modal,
  Popover,
  Table,
  Tooltip,
  type VariantColorsResolver,
} from "@mantine/core";

const kanal: MantineColorsTuple = [
  "#e8f7f5",
  "#cdeeea",
  "#9cdcd4",
  "#68c9bd",
  "#45c8b8",
  "#24ad9d",
  "#149686",
  "#0f766e",
  "#0b5f58",
  "#064a44",
];

/** The tokens' dark surfaces, for the parts of Mantine that take a shade and not a role. */
const dark: MantineColorsTuple = [
  "#e5ebee",
  "#c3ced3",
  "#9dabb2",
  "#6c7b83",
  "#2c383e",
  "#28343a",
  "#1c2428",
  "#151b1e",
  "#0e1315",
  "#0a0e10",
];

/** Mantine chooses the text on the accent once for both themes; the dark theme's accent is light. */
const onAccent: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  const accent = input.variant === "filled" && (input.color ?? "kanal") === "kanal";
  return accent ? { ...colors, color: "var(--on-accent)" } : colors;
};

const quick = { duration: 120 };

export const theme = createTheme({
  primaryColor: "kanal",
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  variantColorResolver: onAccent,
  colors: { kanal, dark },
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--font-mono)",
  fontSizes: {
    xs: "var(--text-small)",
    sm: "var(--text-work)",
    md: "var(--text-work)",
    lg: "var(--text-large)",
    xl: "var(--text-large)",
  },
  spacing: {
    xs: "var(--space-1)",
    sm: "var(--space-2)",
    md: "var(--space-3)",
    lg: "var(--space-4)",
    xl: "var(--space-6)",
  },
  radius: { sm: "var(--radius-small)", md: "var(--radius)", lg: "var(--radius-bubble)" },
  defaultRadius: "md",
  headings: {
    fontWeight: "650",
    sizes: {
      h1: { fontSize: "var(--heading-large)" },
      h2: { fontSize: "var(--heading-small)" },
      h3: { fontSize: "var(--text-large)" },
    },
  },
  respectReducedMotion: true,
  cursorType: "pointer",
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: "subtle", color: "gray", size: 32 } }),
    Badge: Badge.extend({ defaultProps: { variant: "light", radius: "sm", tt: "none", fw: 600 } }),
    Button: Button.extend({ defaultProps: { size: "sm" } }),
    Chip: Chip.extend({ defaultProps: { color: "kanal" } }),
    Drawer: Drawer.extend({
      defaultProps: { transitionProps: quick },
      styles: { title: { fontSize: "var(--heading-small)", fontWeight: 650 } },
    }),
    Menu: Menu.extend({ defaultProps: { transitionProps: quick, shadow: "md" } }),
    Modal: Modal.extend({
      defaultProps: { transitionProps: quick, centered: true },
      styles: { title: { fontSize: "var(--heading-small)", fontWeight: 650 } },
    }),
    Popover: Popover.extend({ defaultProps: { transitionProps: quick, shadow: "md" } }),
    Table: Table.extend({ defaultProps: { horizontalSpacing: "md" } }),
    Tooltip: Tooltip.extend({ defaultProps: { transitionProps: quick, openDelay: 400, withArrow: true } }),
  },
});

/** Mantine draws with the roles of tokens.css. */
const roles = {
  "--mantine-color-body": "var(--surface)",
  "--mantine-color-text": "var(--text)",
  "--mantine-color-dimmed": "var(--muted)",
  "--mantine-color-placeholder": "var(--muted)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-error": "var(--bad)",
  "--mantine-color-default": "var(--surface-raised)",
  "--mantine-color-default-hover": "var(--surface-hover)",
  "--mantine-color-default-color": "var(--text)",
  "--mantine-color-default-border": "var(--line)",
  "--mantine-primary-color-contrast": "var(--on-accent)",
  "--mantine-color-gray-4": "var(--line-strong)",
  "--mantine-color-green-light": "var(--good-soft)",
  "--mantine-color-green-light-color": "var(--good)",
  "--mantine-color-gray-light-color": "var(--muted)",
  "--mantine-color-gray-light-hover": "var(--surface-hover)",
  "--mantine-color-gray-text": "var(--muted)",
  "--mantine-primary-color-light": "var(--accent-soft)",
  "--mantine-primary-color-light-color": "var(--accent)",
  "--mantine-shadow-md": "var(--shadow)",
  "--mantine-shadow-xl": "var(--shadow)",
};

export const roleVariables: CSSVariablesResolver = () => ({ variables: {}, light: roles, dark: roles });
