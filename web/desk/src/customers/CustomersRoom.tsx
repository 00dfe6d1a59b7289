import { IconUsers } from "@tabler/icons-react";
import { useParams } from "react-router";
import { EmptyPage } from "../parts/EmptyPage";
import { useWords } from "../words/useWords";
import { CustomerList } from "./CustomerList";
import { CustomerPage } from "./CustomerPage";
import classes from "./CustomersRoom.module.css";

export function CustomersRoom() {
  const { t } = useWords();
  const { id } = useParams();
  return (
    <div className={classes.room} data-open={id ? "customer" : "list"}>
      <section className={classes.list} aria-label={t("room.customers")}>
        <CustomerList current={id} />
      </section>
      <section className={classes.customer} aria-label={t("person.region")}>
        {id ? (
          <CustomerPage key={id} id={id} />
        ) : (
          <EmptyPage icon={<IconUsers size={40} />} title={t("customers.none.title")}>
            {t("customers.none")}
          </EmptyPage>
        )}
      </section>
    </div>
  );
}
