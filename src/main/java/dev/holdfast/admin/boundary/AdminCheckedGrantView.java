package dev.holdfast.admin.boundary;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;

/** How somebody's grant at Google stands, and when Google was last asked. */
@JsonbPropertyOrder({"checkedAt", "grant"})
public record AdminCheckedGrantView(@JsonbProperty("checked_at") Instant checkedAt, AdminGrantView grant) {}
