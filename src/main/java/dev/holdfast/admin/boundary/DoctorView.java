package dev.holdfast.admin.boundary;

import dev.holdfast.doctor.entity.Finding;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a check-up of the server that answered has found; {@code cure} is empty where all is well. */
@JsonbPropertyOrder({"checkedAt", "findings"})
public record DoctorView(@JsonbProperty("checked_at") Instant checkedAt, List<Item> findings) {

    static DoctorView of(Instant checkedAt, List<Finding> findings) {
        return new DoctorView(checkedAt, findings.stream().map(Item::of).toList());
    }

    /** {@code verdict} is {@code fine}, {@code unknown}, {@code warning} or {@code trouble}. */
    @JsonbPropertyOrder({"check", "verdict", "detail", "cure"})
    @Schema(name = "DoctorFinding")
    public record Item(
            @Schema(examples = "clock") String check,
            @Schema(examples = "fine") String verdict,
            @Schema(examples = "It agrees with the database's.") String detail,
            @Schema(examples = "") String cure) {

        static Item of(Finding finding) {
            return new Item(finding.check(), finding.verdict().code(), finding.detail(), finding.cure());
        }
    }
}
