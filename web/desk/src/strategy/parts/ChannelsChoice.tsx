import { MultiSelect, type MultiSelectProps } from "@mantine/core";
import { useChannels } from "./useChannels";

/** Several channels, in the order in which they were chosen. */
export function ChannelsChoice(props: MultiSelectProps) {
  const { choices } = useChannels();
  return <MultiSelect data={choices} {...props} />;
}
