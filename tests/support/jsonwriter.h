// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>

namespace Trailglass::Support {

/// How a vendor's serialiser writes; the difference is what "byte for byte" is tested with.
struct JsonStyle
{
    bool spaced = false; ///< spaces after `,` and `:`
    bool ascii = false; ///< everything beyond ASCII as \uXXXX
};

/// A JSON string with its quotes. \a text is UTF-8.
[[nodiscard]] QByteArray jsonText(QByteArrayView text, JsonStyle style = {});

/// Writes one JSON object, its members in the order of the calls.
class JsonWriter
{
public:
    explicit JsonWriter(JsonStyle style = {}, qsizetype expectedSize = 640);

    JsonWriter &text(QByteArrayView key, const QByteArray &value);
    /// null when \a value is empty
    JsonWriter &textOrNull(QByteArrayView key, const QByteArray &value);
    JsonWriter &number(QByteArrayView key, qint64 value);
    JsonWriter &boolean(QByteArrayView key, bool value);
    JsonWriter &null(QByteArrayView key);
    /// \a json is a whole value
    JsonWriter &raw(QByteArrayView key, const QByteArray &json);

    /// Closes the object; the writer is then spent.
    [[nodiscard]] QByteArray finish();

private:
    void begin(QByteArrayView key);

    QByteArray m_out;
    JsonStyle m_style;
};

} // namespace Trailglass::Support
