// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sources/envelopereader.h"

#include "models/json/jsonstring.h"
#include "models/json/stringscan.h"
#include "models/sources/jsonslicer.h"

#include <algorithm>

namespace Trailglass {

EnvelopeReader::EnvelopeReader(std::vector<Path> rowPaths)
    : m_rowPaths(std::move(rowPaths))
{
    for (const Path &path : m_rowPaths)
        m_longestPath = std::max(m_longestPath, path.size());
}

std::size_t EnvelopeReader::feed(std::string_view bytes)
{
    std::size_t taken = 0;
    const bool wasComplete = isComplete();
    while (taken < bytes.size() && !m_isInRows && isComplete() == wasComplete) {
        const char c = bytes[taken];
        const bool isRows = opensRows(c);
        take(c);
        if (m_fault != JsonFault::None)
            break;
        m_isInRows = isRows;
        m_sawRows |= isRows;
        ++taken;
    }
    return taken;
}

void EnvelopeReader::end()
{
    if (m_fault != JsonFault::None)
        return;
    m_validator.end();
    m_fault = m_validator.fault();
}

void EnvelopeReader::take(char c)
{
    const bool wasInName = m_validator.isInName();
    const std::size_t taken = m_validator.run({&c, 1});
    if (m_validator.status() == JsonValidator::Status::Failed)
        m_fault = m_validator.fault();
    else if (taken == 0 && !isJsonWhitespace(c))
        m_fault = JsonFault::TextAfterValue;
    else if (!m_utf8.accept(c))
        m_fault = JsonFault::BadUtf8;
    else if (m_bytes.size() == JsonSlicer::MaxEnvelope)
        m_fault = JsonFault::TooLarge;
    if (m_fault != JsonFault::None)
        return;

    m_bytes.append(c);
    if (!wasInName && m_validator.isInName())
        m_nameBegin = m_bytes.size();
    else if (wasInName && !m_validator.isInName())
        rememberName();
}

void EnvelopeReader::rememberName()
{
    const auto depth = static_cast<std::size_t>(m_validator.brackets().depth());
    if (depth > m_longestPath)
        return;
    const auto closingQuote = m_bytes.size() - 1;
    const auto name = QByteArrayView(m_bytes).sliced(m_nameBegin, closingQuote - m_nameBegin);
    m_names.resize(depth);
    m_names.back() = decodeJsonString({name.data(), static_cast<std::size_t>(name.size())});
}

bool EnvelopeReader::opensRows(char c) const
{
    if (c != '[' || !m_validator.expectsValue() || !m_validator.brackets().holdsObjectsOnly())
        return false;
    const auto depth = static_cast<std::size_t>(m_validator.brackets().depth());
    return std::any_of(m_rowPaths.begin(), m_rowPaths.end(), [&](const Path &path) {
        return path.size() == depth && std::equal(path.begin(), path.end(), m_names.begin());
    });
}

} // namespace Trailglass
