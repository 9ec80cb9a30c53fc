package dev.holdfast.health;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The dashboard of {@code docs/deploy}: each panel asks for metrics that exist, from the Prometheus that is selected. */
class DashboardTest {

    private static final int COLUMNS = 24;

    private final OperatorsGuide guide = new OperatorsGuide();
    private final JsonObject dashboard = JsonParser
            .parseString(OperatorsGuide.read(Path.of("docs/deploy/grafana-dashboard.json"))).getAsJsonObject();

    @Test
    void panelsWhenTheyAskForMetricsThenTheyExist() {
        assertEquals(List.of(), expressions().filter(each -> PromQl.metricsIn(each).isEmpty()).toList());
        assertEquals(Set.of(), expressions().flatMap(each -> PromQl.unknownIn(each, guide).stream())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void metricsWhenTheyExistThenEachIsLookedAt() {
        Set<String> unseen = new TreeSet<>(guide.metrics());
        unseen.addAll(guide.metricsOfLiberty());
        expressions().forEach(each -> unseen.removeAll(PromQl.metricsIn(each)));

        assertEquals(Set.of(), unseen);
    }

    @Test
    void panelsWhenTheyAskThenTheDatasourceThatWasChosen() {
        assertTrue(each(dashboard.getAsJsonObject("templating").getAsJsonArray("list"))
                .anyMatch(variable -> text(variable, "name").equals("datasource")
                        && text(variable, "type").equals("datasource")));
        panels().filter(panel -> panel.has("targets")).flatMap(panel -> Stream.concat(Stream.of(panel),
                        each(panel.getAsJsonArray("targets"))))
                .forEach(asking -> assertEquals("${datasource}", text(asking.getAsJsonObject("datasource"), "uid")));
    }

    @Test
    void panelsWhenPlacedThenNoneLiesOnAnother() {
        Set<List<Integer>> taken = new HashSet<>();
        panels().map(panel -> panel.getAsJsonObject("gridPos")).flatMap(DashboardTest::cells)
                .forEach(cell -> assertTrue(taken.add(cell) && cell.get(0) < COLUMNS, cell::toString));
        assertEquals(panels().count(), panels().map(panel -> panel.get("id").getAsInt()).distinct().count());
        assertFalse(panels().anyMatch(panel -> text(panel, "title").isBlank()));
    }

    private static Stream<List<Integer>> cells(JsonObject place) {
        int x = place.get("x").getAsInt();
        int y = place.get("y").getAsInt();
        return IntStream.range(x, x + place.get("w").getAsInt()).boxed()
                .flatMap(column -> IntStream.range(y, y + place.get("h").getAsInt())
                        .mapToObj(line -> List.of(column, line)));
    }

    private Stream<String> expressions() {
        return panels().filter(panel -> panel.has("targets")).flatMap(panel -> each(panel.getAsJsonArray("targets")))
                .map(target -> text(target, "expr"));
    }

    private Stream<JsonObject> panels() {
        return each(dashboard.getAsJsonArray("panels"));
    }

    private static Stream<JsonObject> each(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonElement::getAsJsonObject);
    }

    private static String text(JsonObject from, String member) {
        return from.get(member).getAsString();
    }
}
