package dev.holdfast.admin.boundary;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An account and its grant at Google; {@code grant} is null if there is none. */
@JsonbNillable
@JsonbPropertyOrder({"account", "grant"})
public record AdminAccountDetails(AdminAccountView account, @Schema(nullable = true) @Nullable AdminGrantView grant) {}
