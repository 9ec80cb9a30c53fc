package dev.holdfast.admin.entity;

import java.util.List;
import java.util.Optional;

/** Some accounts in the order asked for; no cursor means that no more are left. */
public record OverviewPage(List<AccountOverview> accounts, Optional<AccountCursor> next) {}
