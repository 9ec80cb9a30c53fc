package dev.holdfast.admin.entity;

import dev.holdfast.account.entity.PageCursor;
import java.util.List;
import java.util.Optional;

/** Some accounts, the youngest first; no cursor means that no older one is left. */
public record OverviewPage(List<AccountOverview> accounts, Optional<PageCursor> next) {}
