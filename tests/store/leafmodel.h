// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/core/event.h"
#include "tests/merkle/naivetree.h"

#include <QByteArray>
#include <QList>

#include <optional>
#include <string>

namespace Trailglass::Testing {

/// Leaf hashes as docs/evidence.md defines them, by code that shares nothing with the product's.

/// SHA-256 of a byte 0 and a list of fields as netstrings.
inline Digest modelLeaf(const QList<QByteArray> &fields)
{
    QByteArray bytes(1, '\0');
    for (const QByteArray &field : fields)
        bytes += QByteArray::number(field.size()) + ':' + field + ',';
    return naiveHash(bytes);
}

inline Digest modelEventLeaf(const std::string &source, const std::string &vendor, const Event &event,
                             UtcMicros received, std::optional<qint64> replaces)
{
    QList<QByteArray> fields{"trailglass.event.1",
                             QByteArray::fromStdString(source),
                             QByteArray::fromStdString(vendor),
                             QByteArray::fromStdString(event.id),
                             QByteArray::number(event.created.value),
                             QByteArray::number(received.value),
                             QByteArray::fromStdString(event.raw)};
    if (replaces)
        fields.append(QByteArray::number(*replaces));
    return modelLeaf(fields);
}

inline Digest modelRecordLeaf(const QByteArray &text)
{
    return modelLeaf({"trailglass.record.1", text});
}

} // namespace Trailglass::Testing
