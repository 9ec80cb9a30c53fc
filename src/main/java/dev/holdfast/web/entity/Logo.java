package dev.holdfast.web.entity;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An installation's own picture, PNG or SVG. Its type is read from its content and never from a file name, so that no
 * other kind of document is served under our origin.
 */
public record Logo(byte[] bytes, String mediaType) {

    public static final int MOST_BYTES = 200 * 1024;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final String SVG_NAMESPACE = "http://www.w3.org/2000/svg";

    /**
     * Recognises a picture.
     *
     * @throws IllegalArgumentException if it is too large, or neither PNG nor well-formed SVG
     */
    public static Logo of(byte[] content) {
        if (content.length > MOST_BYTES) {
            throw new IllegalArgumentException();
        }
        if (content.length > PNG.length && Arrays.equals(PNG, Arrays.copyOf(content, PNG.length))) {
            return new Logo(content, "image/png");
        }
        if (isSvg(content)) {
            return new Logo(content, "image/svg+xml");
        }
        throw new IllegalArgumentException();
    }

    /** Whether {@code content} is well-formed SVG. Document types are not supported, so that no entity is ever expanded. */
    private static boolean isSvg(byte[] content) {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(content));
            xml.nextTag();
            boolean svg = "svg".equals(xml.getLocalName()) && SVG_NAMESPACE.equals(xml.getNamespaceURI());
            while (xml.hasNext()) {
                xml.next();
            }
            return svg;
        } catch (XMLStreamException | IllegalStateException malformed) {
            return false;
        }
    }
}
