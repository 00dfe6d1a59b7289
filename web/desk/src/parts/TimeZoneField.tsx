import { Select, type SelectProps } from "@mantine/core";

const zones = Intl.supportedValuesOf("timeZone");

export const ownTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

export function TimeZoneField(props: SelectProps) {
  return <Select data={zones} searchable limit={50} allowDeselect={false} {...props} />;
}
