package dev.holdfast.admin.boundary;

import dev.holdfast.admin.entity.AccountCursor;
import dev.holdfast.admin.entity.OverviewPage;
import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of accounts. {@code next}, sent as {@code before}, requests the following page; null marks the last page. */
@JsonbNillable
@JsonbPropertyOrder({"accounts", "next"})
public record AdminAccountsView(List<AdminAccountView> accounts,
        @Schema(nullable = true, examples = "MjAyNi0wMy0xMA") @Nullable String next) {

    static AdminAccountsView of(OverviewPage page) {
        return new AdminAccountsView(page.accounts().stream().map(AdminAccountView::of).toList(),
                page.next().map(AccountCursor::encoded).orElse(null));
    }
}
