package dev.holdfast.admin.entity;

import dev.holdfast.account.entity.Account;
import dev.holdfast.custody.grant.GrantStatus;
import java.util.Optional;

/** One line of the list of accounts: who, how their grant stands if they have one, and how many sessions live. */
public record AccountOverview(Account account, Optional<GrantStatus> grant, long liveSessions) {}
