// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/archive/nativebytes.h"

#include <string>
#include <string_view>
#include <vector>

namespace Trailglass::Testing {

/// Writes values as a server does in RowBinary.
class RowBinaryWriter
{
public:
    template <class Integer>
    RowBinaryWriter &number(Integer value)
    {
        QByteArray bytes;
        appendLittleEndian(bytes, value);
        m_bytes += bytes.toStdString();
        return *this;
    }

    RowBinaryWriter &text(std::string_view value)
    {
        appendNativeText(m_bytes, value);
        return *this;
    }

    RowBinaryWriter &texts(const std::vector<std::string> &values)
    {
        appendVariableLength(m_bytes, values.size());
        for (const std::string &value : values)
            text(value);
        return *this;
    }

    [[nodiscard]] const std::string &bytes() const { return m_bytes; }

private:
    std::string m_bytes;
};

} // namespace Trailglass::Testing
