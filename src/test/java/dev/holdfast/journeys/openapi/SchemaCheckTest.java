package dev.holdfast.journeys.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The schema check finds each kind of fault that it looks for. */
class SchemaCheckTest {

    private static final JsonObject SCHEMA = JsonParser.parseString("""
            {"type": "object", "required": ["id", "name"], "properties": {
              "id": {"type": "string", "format": "uuid"},
              "name": {"type": ["string", "null"]},
              "at": {"type": "string", "format": "date-time"},
              "word": {"type": "string", "enum": ["one", "two"]},
              "count": {"type": "integer"},
              "within": {"anyOf": [{"$ref": "#/components/schemas/Within"}, {"type": "null"}]},
              "map": {"type": "object", "additionalProperties": {"type": "string"}},
              "list": {"type": "array", "items": {"type": "boolean"}}}}""").getAsJsonObject();
    private static final JsonObject ROOT = JsonParser.parseString("""
            {"components": {"schemas": {"Within": {"type": "object", "properties": {"a": {"type": "string"}}}}}}""")
            .getAsJsonObject();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "0 | {'name': null}",
        "0 | {'name': 'x', 'word': 'two', 'count': 3, 'list': [true], 'at': '2026-03-10T16:15:50Z'}",
        "0 | {'name': 'x', 'within': null}",
        "0 | {'name': 'x', 'within': {'a': 'b'}}",
        "1 | {}",
        "1 | {'name': 1}",
        "1 | {'name': 'x', 'extra': 1}",
        "1 | {'name': 'x', 'at': 'yesterday'}",
        "1 | {'name': 'x', 'at': null}",
        "1 | {'name': 'x', 'word': 'three'}",
        "1 | {'name': 'x', 'count': 1.5}",
        "1 | {'name': 'x', 'list': [true, 'no']}",
        "0 | {'name': 'x', 'map': {'any': 'text', 'other': ''}}",
        "1 | {'name': 'x', 'map': {'any': 1}}",
        "1 | {'name': 'x', 'within': {'b': 'c'}}"})
    void faultsWhenAValueIsCheckedThenEachIsFound(int faults, String members) {
        JsonObject value = JsonParser.parseString(members.replace('\'', '"')).getAsJsonObject();
        value.addProperty("id", "5f0c3a52-8a3e-4b1f-9d64-2c7e0f1b6a90");

        assertEquals(faults, new SchemaCheck(new ApiDocument(ROOT)).faults(value, SCHEMA).size());
    }
}
