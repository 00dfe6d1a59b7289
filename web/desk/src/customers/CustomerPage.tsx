import { ActionIcon, Divider, Stack, Text } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate } from "react-router";
import { Earlier } from "../conversations/person/Earlier";
import { PersonAddresses } from "../conversations/person/PersonAddresses";
import { PersonName } from "../conversations/person/PersonName";
import { PersonNotes } from "../conversations/person/PersonNotes";
import { PersonOrders } from "../conversations/person/PersonOrders";
import { Ago } from "../parts/Ago";
import { Failed } from "../parts/Failed";
import { LoadingRows } from "../parts/LoadingRows";
import { customerQuery } from "../server/queries";
import { CustomerMenus } from "../strategy/why/CustomerMenus";
import { useWords } from "../words/useWords";
import classes from "./CustomersRoom.module.css";

export function CustomerPage({ id }: { id: string }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { search } = useLocation();
  const customer = useQuery(customerQuery(id));
  if (customer.isPending) return <LoadingRows />;
  if (!customer.data) return <Failed error={customer.error} onRetry={() => customer.refetch()} />;
  return (
    <Stack gap="lg" p="xl" maw={720}>
      <ActionIcon
        className={classes.back}
        aria-label={t("back")}
        onClick={() => navigate({ pathname: "/customers", search })}
      >
        <IconArrowLeft size={20} />
      </ActionIcon>
      <PersonName customer={customer.data} />
      <Text size="xs" c="dimmed">
        {t("customers.firstSeen")} <Ago at={customer.data.firstSeen} />
      </Text>
      <PersonAddresses customer={customer.data} />
      <PersonOrders customer={customer.data} />
      <PersonNotes customer={customer.data} />
      <Divider />
      <CustomerMenus customer={customer.data.id} />
      <Earlier conversations={customer.data.conversations} />
    </Stack>
  );
}
