package dev.holdfast.admin.boundary;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;

/** The state of an account's grant at Google, and when Google was last asked. */
@JsonbPropertyOrder({"checkedAt", "grant"})
public record AdminCheckedGrantView(@JsonbProperty("checked_at") Instant checkedAt, AdminGrantView grant) {}
