// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/inputs/headinput.h"

#include <algorithm>

namespace Trailglass {

namespace {

constexpr std::size_t PieceBytes = 64 * 1024;

} // namespace

HeadInput::HeadInput(ByteInput &input)
    : m_input(input)
{
}

HeadInput::HeadInput(std::unique_ptr<ByteInput> input)
    : m_owned(std::move(input))
    , m_input(*m_owned)
{
}

Result<std::string_view> HeadInput::head(std::size_t bytes, const CancelToken &cancel)
{
    m_head.erase(0, m_given);
    m_given = 0;
    while (m_head.size() < bytes && !m_error) {
        const std::size_t before = m_head.size();
        m_head.resize(before + std::min(PieceBytes, bytes - before));
        const Result<qint64> count = m_input.read(std::span(m_head).subspan(before), cancel);
        m_head.resize(before + (count ? static_cast<std::size_t>(*count) : 0));
        if (!count)
            m_error = count.error();
        else if (*count == 0)
            break;
    }
    if (m_head.empty() && m_error)
        return *m_error;
    return std::string_view(m_head).substr(0, bytes);
}

Result<qint64> HeadInput::read(std::span<char> buffer, const CancelToken &cancel)
{
    qint64 count = 0;
    if (m_given < m_head.size()) {
        const std::size_t given = m_head.copy(buffer.data(), buffer.size(), m_given);
        m_given += given;
        count = static_cast<qint64>(given);
    } else if (m_error) {
        return *m_error;
    } else {
        dropHead();
        TRY(count, m_input.read(buffer, cancel));
    }
    m_bytesRead += count;
    return count;
}

bool HeadInput::seek(qint64 offset)
{
    if (!m_input.seek(offset))
        return false;
    dropHead();
    m_error.reset();
    return true;
}

void HeadInput::dropHead()
{
    std::string().swap(m_head); // its memory too
    m_given = 0;
}

} // namespace Trailglass
