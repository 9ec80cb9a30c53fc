package dev.holdfast.web.entity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {

    private static final Set<Coding> BOTH = EnumSet.allOf(Coding.class);

    /** RFC 9110 section 12.5.3. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', emptyValue = "", value = {
        "gzip, deflate, br, zstd        | br",
        "gzip                           | gzip",
        "x-gzip                         | gzip",
        "BR;Q=1, gzip                   | br",
        "br;q=0, gzip                   | gzip",
        "br;q=0.000,gzip;q=0.001        | gzip",
        "br;q=0.5, gzip;q=0.8           | gzip",
        "br;q=0.5, gzip;q=0.5           | br",
        "br;q=0, gzip;q=0               | none",
        "*                              | br",
        "*;q=0.1, br;q=0                | gzip",
        "*;q=0                          | none",
        "''                             | none",
        "deflate, zstd                  | none",
        "identity                       | none",
        "identity;q=0                   | none",
        "identity;q=0, br;q=0, gzip;q=0 | none",
        "identity;q=0, *                | br",
        "identity;q=0, gzip;q=0.1       | gzip",
        "identity, br;q=0.9             | none",
        "identity, br                   | br",
        "identity;q=0.5, gzip           | gzip",
        "br ; q=0.9 , gzip ; q = 1.000  | gzip",
        "br;q=2, gzip                   | gzip",
        "br;level=11, gzip;q=0.5        | gzip",
        ",,br;,,                        | none",
        "brotli, gzipped                | none"})
    void bestOfWhenAskedThenTheHighestWeightAndTheSmallestAmongEquals(String header, String coding) {
        assertEquals(coding, best(BOTH, header));
    }

    @Test
    void bestOfWhenNothingIsSaidThenAsItIs() {
        assertEquals("none", best(BOTH));
    }

    @Test
    void bestOfWhenTheHeaderComesTwiceThenItIsOneList() {
        assertEquals("gzip", best(BOTH, "br;q=0", "gzip"));
    }

    @Test
    void bestOfWhenTheFavouriteIsNotThereThenTheNextBest() {
        assertEquals("gzip", best(EnumSet.of(Coding.GZIP), "br, gzip;q=0.5"));
        assertEquals("none", best(Set.of(), "br, gzip"));
    }

    @Test
    void ofPathWhenItNamesACompressedFormThenItsCoding() {
        assertEquals(Optional.of(Coding.BROTLI), Coding.ofPath(Coding.BROTLI.of("/main-ABCDEFG1.js")));
        assertEquals(Optional.of(Coding.GZIP), Coding.ofPath("/a.css.gz"));
        assertEquals(Optional.empty(), Coding.ofPath("/brand.js"));
    }

    private static String best(Set<Coding> there, String... headers) {
        return new AcceptEncoding(List.of(headers)).bestOf(there).map(Coding::token).orElse("none");
    }
}
