package dev.holdfast.standin.content;

import dev.holdfast.standin.http.Template;
import java.nio.charset.StandardCharsets;

/** The content of the blobs: small, valid files of their kind, and a large one. */
public final class FileContent {

    private static final long BIG = 30L << 20;
    private static final long VIDEO = 4L << 20;

    private FileContent() {}

    /** Returns the content of a blob, null for any other kind. */
    public static BlobContent of(FileKind kind, String name, String text) {
        if (kind.isGoogles()) {
            return null;
        }
        return switch (kind) {
            case BIG -> BlobContent.generated(BIG);
            case VIDEO -> BlobContent.generated(VIDEO);
            default -> BlobContent.of(bytes(kind, name, text));
        };
    }

    /** Returns a document of this kind and title. */
    public static byte[] bytes(FileKind kind, String name, String text) {
        return switch (kind) {
            case PDF -> SmallPdf.of(name, text);
            case PNG -> SmallPng.of(name);
            case DOCX -> OfficeFile.docx(name, text);
            case XLSX -> OfficeFile.xlsx(name, text);
            case PPTX -> OfficeFile.pptx(name, text);
            case ZIP -> OfficeFile.zip("readme.txt", text);
            case SVG -> utf8("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">"
                    + "<script>alert(1)</script><circle cx=\"50\" cy=\"50\" r=\"40\" fill=\"#1f6f5c\"/></svg>\n");
            case HTML -> utf8("<!DOCTYPE html><title>" + Template.escape(name)
                    + "</title><script>document.title = 'script ran'</script><p>" + Template.escape(text) + "</p>\n");
            case CSV -> utf8("item,amount\n" + text.replace(' ', '\n').replace("\n", ",12.50\n") + ",9.90\n");
            default -> utf8(text + "\n");
        };
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
