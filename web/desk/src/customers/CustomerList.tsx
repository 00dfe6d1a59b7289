import { Box, Button, Text, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { customerName } from "../parts/customerName";
import { EmptyPage } from "../parts/EmptyPage";
import { Failed } from "../parts/Failed";
import { LoadingRows } from "../parts/LoadingRows";
import { customersQuery } from "../server/queries";
import { useWords } from "../words/useWords";
import classes from "./CustomersRoom.module.css";

export function CustomerList({ current }: { current?: string }) {
  const { t } = useWords();
  const [params, setParams] = useSearchParams();
  const q = params.get("q") ?? "";
  const customers = useInfiniteQuery({ ...customersQuery(q), placeholderData: keepPreviousData });
  const found = customers.data?.pages.flatMap((page) => page.data);
  const search = useDebouncedCallback(
    (text: string) => setParams(text ? { q: text } : {}, { replace: true }),
    250,
  );

  return (
    <>
      <Box p="sm">
        <TextInput
          type="search"
          defaultValue={q}
          aria-label={t("customers.search")}
          placeholder={t("customers.search")}
          leftSection={<IconSearch size={16} />}
          onChange={(event) => search(event.currentTarget.value.trim())}
        />
      </Box>
      {customers.isPending && <LoadingRows />}
      {customers.isError && !found && <Failed error={customers.error} onRetry={() => customers.refetch()} />}
      {found?.length === 0 && (
        <EmptyPage icon={<IconSearch size={32} />} title={t("customers.empty.title")}>
          {t(q ? "customers.empty.search" : "customers.empty")}
        </EmptyPage>
      )}
      <ul className={classes.rows}>
        {found?.map((customer) => (
          <li key={customer.id}>
            <Link
              className={classes.row}
              to={{ pathname: `/customers/${customer.id}`, search: params.toString() }}
              aria-current={customer.id === current ? "true" : undefined}
            >
              <Text fw={600} truncate>
                {customerName(customer, t)}
              </Text>
              <Text size="xs" c="dimmed" truncate>
                {customer.address && !customer.name
                  ? t("customers.noName")
                  : (customer.address ?? t("customers.noAddress"))}
              </Text>
            </Link>
          </li>
        ))}
      </ul>
      {customers.hasNextPage && (
        <Button
          variant="default"
          m="md"
          loading={customers.isFetchingNextPage}
          onClick={() => customers.fetchNextPage()}
        >
          {t("customers.more")}
        </Button>
      )}
    </>
  );
}
