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
// What stands around a field: a length of up to 20 digits, a colon and a comma.
constexpr std::size_t MaxAroundField = 22;

class DecimalText
{
public:
    template <class Number>
    explicit DecimalText(Number number)
    {
        // Clang takes the characters for uninitialized where they are used by another initializer.
        // NOLINTNEXTLINE(cppcoreguidelines-prefer-member-initializer)
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

/// Feeds a hash with the encoding of fields. Written into memory that is there, since millions of leaves are hashed.
class FieldFeed
{
public:
    /// \param buffer  of MaxTogether bytes
    /// \param start   what the message begins with
    FieldFeed(Sha256 &sha, std::vector<char> &buffer, std::string_view start)
        : m_sha(sha)
        , m_begin(buffer.data())
        , m_limit(m_begin + buffer.size())
        , m_end(m_begin)
    {
        if (hasRoomFor(start))
            m_end += start.copy(m_end, start.size());
        else
            m_sha.add(start);
    }

    void add(std::string_view field)
    {
        if (!hasRoomFor(field))
            flush();
        const bool isTogether = hasRoomFor(field);
        m_end = std::to_chars(m_end, m_limit, field.size()).ptr;
        *m_end++ = ':';
        if (isTogether) {
            m_end += field.copy(m_end, field.size());
        } else {
            flush();
            m_sha.add(field);
        }
        *m_end++ = ',';
    }

    [[nodiscard]] Digest finish()
    {
        flush();
        return m_sha.finish();
    }

private:
    [[nodiscard]] bool hasRoomFor(std::string_view field) const
    {
        const auto room = static_cast<std::size_t>(m_limit - m_end);
        return room >= MaxAroundField && room - MaxAroundField >= field.size();
    }

    void flush()
    {
        m_sha.add({m_begin, static_cast<std::size_t>(m_end - m_begin)});
        m_end = m_begin;
    }

    Sha256 &m_sha;
    char *const m_begin;
    char *const m_limit;
    char *m_end;
};

} // namespace

Digest LeafHasher::hash(std::span<const std::string_view> fields)
{
    return hash({&LeafPrefix, 1}, fields);
}

/// \param start  of the message, before the fields
Digest LeafHasher::hash(std::string_view start, std::span<const std::string_view> fields)
{
    m_buffer.resize(MaxTogether);
    FieldFeed feed(m_sha, m_buffer, start);
    for (const std::string_view field : fields)
        feed.add(field);
    return feed.finish();
}

Digest LeafHasher::event(const EventLeaf &leaf)
{
    constexpr std::size_t InStart = 3; // of the fields
    const EventFields fields(leaf);
    if (m_start.empty() || leaf.source != m_source || leaf.vendor != m_vendor) {
        m_start.assign(1, LeafPrefix);
        m_start += encodingOf(fields.all().first(InStart));
        m_source = leaf.source;
        m_vendor = leaf.vendor;
    }
    return hash(m_start, fields.all().subspan(InStart));
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
