// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/json/jsonvalidator.h"
#include "models/json/utf8.h"

#include <QByteArray>

#include <string>
#include <vector>

namespace Trailglass {

/// Reads a document outside its row arrays: checks and keeps it, and notices where a row array opens.
///
/// Works a byte at a time; there is at most JsonSlicer::MaxEnvelope of it.
/// \thread any, one at a time
class EnvelopeReader
{
public:
    using Path = std::vector<std::string>;

    /// \param rowPaths  decoded member names from the root; an empty path is the document itself
    explicit EnvelopeReader(std::vector<Path> rowPaths);

    /// Takes bytes up to and including the `[` that opens a row array or the last byte of the document, or up to a
    /// fault. After the document it takes whitespace.
    /// \returns how many were taken
    std::size_t feed(std::string_view bytes);

    /// The next byte is the `]` of the row array, to be fed.
    void closeRows() { m_isInRows = false; }

    /// There are no more bytes.
    void end();

    [[nodiscard]] bool isInRows() const { return m_isInRows; }
    [[nodiscard]] bool sawRows() const { return m_sawRows; }
    /// The document, an object or array, has ended.
    [[nodiscard]] bool isComplete() const
    {
        return !m_isInRows && m_validator.status() == JsonValidator::Status::Complete;
    }
    [[nodiscard]] JsonFault fault() const { return m_fault; }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    void take(char c);
    [[nodiscard]] bool opensRows(char c) const;
    void rememberName();

    std::vector<Path> m_rowPaths;
    std::size_t m_longestPath = 0;
    Path m_names; ///< decoded, of the members that are open, down to the longest path
    qsizetype m_nameBegin = 0; ///< in m_bytes
    JsonValidator m_validator;
    Utf8Checker m_utf8;
    QByteArray m_bytes;
    JsonFault m_fault = JsonFault::None;
    bool m_isInRows = false;
    bool m_sawRows = false;
};

} // namespace Trailglass
