// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/merkle/treehash.h"

#include <array>
#include <charconv>
#include <cstring>

namespace Trailglass {

namespace {

constexpr char LeafPrefix = '\0';
constexpr char NodePrefix = '\1';

// Fields are copied together up to here, since a call of the library costs as much as hashing some hundred bytes.
constexpr std::size_t MaxTogether = 16 * 1024;

class DecimalText
{
public:
    template <class Number>
    explicit DecimalText(Number number)
    {
        m_end = std::to_chars(m_characters.data(), m_characters.data() + m_characters.size(), number).ptr;
    }
    DecimalText(const DecimalText &) = delete;
    DecimalText &operator=(const DecimalText &) = delete;

    [[nodiscard]] std::string_view view() const
    {
        return {m_characters.data(), static_cast<std::size_t>(m_end - m_characters.data())};
    }

private:
    std::array<char, 20> m_characters{}; // of the least qint64, and the largest quint64
    const char *m_end = nullptr;
};

class EventFields
{
public:
    explicit EventFields(const EventLeaf &leaf)
        : m_created(leaf.created)
        , m_received(leaf.received)
        , m_replaced(leaf.replaces.value_or(0))
        , m_fields{"trailglass.event.1", leaf.source,       leaf.vendor, leaf.id,
                   m_created.view(),     m_received.view(), leaf.raw,    m_replaced.view()}
        , m_count(leaf.replaces ? m_fields.size() : m_fields.size() - 1)
    {
    }

    [[nodiscard]] std::span<const std::string_view> all() const { return {m_fields.data(), m_count}; }

private:
    DecimalText m_created;
    DecimalText m_received;
    DecimalText m_replaced;
    std::array<std::string_view, 8> m_fields;
    std::size_t m_count;
};

std::array<std::string_view, 2> recordFields(std::string_view json)
{
    return {"trailglass.record.1", json};
}

void appendLength(std::string &encoding, std::string_view field)
{
    encoding += DecimalText(field.size()).view();
    encoding += ':';
}

std::string encodingOf(std::span<const std::string_view> fields)
{
    std::string encoding;
    for (const std::string_view field : fields) {
        appendLength(encoding, field);
        encoding += field;
        encoding += ',';
    }
    return encoding;
}

} // namespace

Digest LeafHasher::hash(std::span<const std::string_view> fields)
{
    m_buffer.assign(1, LeafPrefix);
    for (const std::string_view field : fields) {
        appendLength(m_buffer, field);
        if (m_buffer.size() + field.size() <= MaxTogether) {
            m_buffer += field;
        } else {
            m_sha.add(m_buffer).add(field);
            m_buffer.clear();
        }
        m_buffer += ',';
    }
    return m_sha.add(m_buffer).finish();
}

Digest LeafHasher::event(const EventLeaf &leaf)
{
    return hash(EventFields(leaf).all());
}

Digest LeafHasher::record(std::string_view json)
{
    return hash(recordFields(json));
}

std::string leafBytes(const EventLeaf &leaf)
{
    return encodingOf(EventFields(leaf).all());
}

std::string recordLeafBytes(std::string_view json)
{
    return encodingOf(recordFields(json));
}

Digest nodeHash(const Digest &left, const Digest &right)
{
    thread_local Sha256 sha;
    std::array<char, 1 + 2 * Digest::Size> message{NodePrefix};
    std::memcpy(message.data() + 1, left.bytes.data(), Digest::Size);
    std::memcpy(message.data() + 1 + Digest::Size, right.bytes.data(), Digest::Size);
    return sha.add({message.data(), message.size()}).finish();
}

Digest emptyRoot()
{
    static const Digest root = Sha256().finish();
    return root;
}

} // namespace Trailglass
