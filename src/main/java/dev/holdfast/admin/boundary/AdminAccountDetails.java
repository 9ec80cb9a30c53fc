package dev.holdfast.admin.boundary;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/** One account and its grant at Google; {@code grant} is null where there is none. */
@JsonbNillable
@JsonbPropertyOrder({"account", "grant"})
public record AdminAccountDetails(AdminAccountView account, AdminGrantView grant) {}
