package dev.holdfast.admin.entity;

import java.util.List;
import java.util.Optional;

/** A page of accounts in the requested order; without a cursor no more accounts are left. */
public record OverviewPage(List<AccountOverview> accounts, Optional<AccountCursor> next) {}
