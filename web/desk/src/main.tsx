import "@mantine/core/styles.css";
import "@mantine/notifications/styles.css";
import "@mantine/spotlight/styles.css";
import "./tokens.css";
import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { BrowserRouter } from "react-router";
import { Desk } from "./Desk";
import { queryClient } from "./server/queryClient";
import { roleVariables, theme } from "./theme";

const root = document.getElementById("desk");
if (root)
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} cssVariablesResolver={roleVariables} defaultColorScheme="auto">
        <Notifications position="bottom-left" autoClose={6000} />
        <QueryClientProvider client={queryClient}>
          <BrowserRouter basename="/desk">
            <Desk />
          </BrowserRouter>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
