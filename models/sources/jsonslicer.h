// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/json/jsonlimits.h"
#include "models/sources/sliceerror.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass {

/// One element of the row array.
struct Slice
{
    std::string bytes; ///< verbatim; of a bad element at most JsonSlicer::MaxKept bytes
    qint64 offset = 0; ///< of its first byte in the stream
    qint64 length = 0; ///< its true length, > bytes.size() when cut
    qint64 line = 0; ///< 1-based line it began on; counted for Shape::Lines only, else 0
    std::optional<SliceError> error; ///< set when the element is bad
};

/// Cuts a stream of JSON into the elements of one array, and validates each.
///
/// Incremental (any chunking gives the same slices), iterative (depth costs no stack), flat in memory: holds
/// one element and the envelope. A UTF-8 byte order mark at the start is skipped.
///
/// An element is checked against RFC 8259 (tokens, brackets, UTF-8), MaxJsonDepth and MaxElement. Whitespace
/// around it is not part of it. A bad element is reported with its bytes and offset, and the next is still
/// read: inside an array from the next comma outside the strings and brackets opened since, in Shape::Lines
/// from the next line. Text between an element and the next comma or newline makes that element bad; two
/// commas have a bad element of no bytes between them.
///
/// Everything outside the array is collected, with `[]` in its place, as the envelope. It must be valid too,
/// and no larger than 1 MiB; a fault there is a document error: the slices before it stand, nothing after it
/// is read.
/// \thread any, one at a time
class JsonSlicer
{
public:
    static constexpr qint64 MaxElement = MaxJsonBytes;
    static constexpr qint64 MaxEnvelope = 1024 * 1024; ///< bytes
    static constexpr qint64 MaxKept = MaxQuarantinedBytes; ///< of a bad element

    /// What is being read.
    enum class Shape
    {
        Envelope, ///< the array is at one of the row paths; every array found at one is read
        Array, ///< the document is the array; the envelope is `[]`
        Lines, ///< one element per line (LF or CR LF), empty lines skipped; no envelope, no document errors
        Single, ///< the document is the one element; no envelope, and no document error but that it is empty
    };

    /// \param rowPaths  for Shape::Envelope: member names from the root, without escapes. The members may be
    /// escaped in the document. What is no array at such a path is part of the envelope.
    explicit JsonSlicer(Shape shape, std::vector<std::vector<std::string>> rowPaths = {});
    ~JsonSlicer();
    JsonSlicer(JsonSlicer &&) noexcept;
    JsonSlicer &operator=(JsonSlicer &&) noexcept;

    /// Takes the next bytes. A slice becomes available with the comma, bracket or newline that ends it.
    /// Ignored after a document error.
    void feed(std::string_view bytes);

    /// Takes the next bytes of a document that more may follow; the document is an object or an array, and its first
    /// byte the first that is fed.
    /// \returns how many bytes were taken: all of them, or up to the end of the document (isComplete()), or up to a
    /// document error
    /// \pre Shape::Envelope or Array; feed() is not used
    std::size_t feedDocument(std::string_view bytes);

    /// The document was read to its last bracket.
    [[nodiscard]] bool isComplete() const;

    /// The slices completed since the last call, in order.
    [[nodiscard]] std::vector<Slice> take();

    /// Ends the stream; to be called once. An element that is cut off becomes a bad slice (fetch it with
    /// take()).
    ///
    /// \returns what is wrong with the document outside its elements, e.g. HTML, a truncated response, text
    /// after the end. Of a document that is no JSON at all the reason quotes the beginning, made visible
    [[nodiscard]] std::optional<SliceError> finish();

    [[nodiscard]] const QByteArray &envelope() const; ///< so far; complete after finish()
    [[nodiscard]] bool sawRowArray() const;
    [[nodiscard]] qint64 bytesRead() const; ///< everything fed, byte order mark included

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Trailglass
