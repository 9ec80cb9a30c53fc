package dev.holdfast.admin.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Addresses that a dead node left behind are found again, and are erased page by page. */
class ErasedOriginsTest {

    private static final UUID ADA = new UUID(0, 1);
    private static final UUID BRUNO = new UUID(0, 2);

    private final Map<UUID, Integer> left = new TreeMap<>();
    private final List<Integer> pages = new ArrayList<>();

    @Test
    void forgetAllWhenManyEntriesAreLeftThenAllGoInPages() {
        left.put(ADA, 2 * ErasedOrigins.PAGE + 1);
        left.put(BRUNO, 3);

        origins().forgetAll();

        assertEquals(Map.of(), left);
        assertEquals(List.of(ErasedOrigins.PAGE, ErasedOrigins.PAGE, 1, 3), pages);
    }

    private ErasedOrigins origins() {
        ErasedOrigins origins = new ErasedOrigins();
        origins.removal = new AuditRemoval() {
            @Override
            int forgetOriginsOf(UUID admin, int most) {
                int page = Math.min(most, left.getOrDefault(admin, 0));
                left.computeIfPresent(admin, (same, entries) -> entries > page ? entries - page : null);
                pages.add(page);
                return page;
            }

            @Override
            List<UUID> erasedWithOrigins(int most) {
                return left.keySet().stream().limit(most).toList();
            }
        };
        return origins;
    }
}
