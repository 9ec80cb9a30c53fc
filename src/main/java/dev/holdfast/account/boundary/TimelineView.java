package dev.holdfast.account.boundary;

import dev.holdfast.account.entity.ActivityPage;
import dev.holdfast.account.entity.PageCursor;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the timeline. {@code next}, sent as {@code before}, requests the following page; null marks the last page. */
@JsonbNillable
@JsonbPropertyOrder({"events", "next"})
public record TimelineView(List<ActivityView> events,
        @Schema(nullable = true, examples = "MjAyNi0wMy0xMA") @Nullable String next) {

    static TimelineView of(ActivityPage page) {
        return new TimelineView(page.events().stream().map(ActivityView::of).toList(),
                page.next().map(PageCursor::encoded).orElse(null));
    }
}
