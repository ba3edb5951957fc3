// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <array>

namespace Trailglass {

/// The open brackets of a JSON text, one bit each, without heap memory.
///
/// Stores the kind of bracket for the outermost Remembered levels and only counts deeper ones, so a megabyte
/// of `[` costs no memory.
/// \thread any, one at a time
class BracketStack
{
public:
    /// At least MaxJsonDepth, in whole words.
    static constexpr qint64 Remembered = 1'024;

    enum class Kind : quint8
    {
        Array,
        Object
    };

    [[nodiscard]] qint64 depth() const { return m_depth; }

    /// The innermost bracket's kind. Only when 0 < depth() ≤ Remembered.
    [[nodiscard]] Kind top() const { return kindAt(m_depth - 1); }

    /// Whether every remembered level is an object; true for an empty stack.
    [[nodiscard]] bool holdsObjectsOnly() const { return m_arrays == 0; }

    void clear() { m_depth = m_objects = m_arrays = 0; }
    void push(Kind kind);
    void pop();

    /// Closes a bracket of invalid JSON as its author probably meant it: up to and including the innermost
    /// bracket of this kind, or only the innermost one if none of this kind is open. Does nothing on an empty
    /// stack.
    void close(Kind kind);

private:
    [[nodiscard]] Kind kindAt(qint64 level) const
    {
        const auto bit = static_cast<quint64>(level);
        return (m_bits[bit / 64] >> (bit % 64)) & 1 ? Kind::Object : Kind::Array;
    }

    std::array<quint64, Remembered / 64> m_bits{};
    qint64 m_depth = 0;
    qint64 m_objects = 0; ///< remembered ones
    qint64 m_arrays = 0; ///< remembered ones
};

inline void BracketStack::push(Kind kind)
{
    if (m_depth < Remembered) {
        const auto bit = static_cast<quint64>(m_depth);
        const quint64 mask = quint64{1} << (bit % 64);
        if (kind == Kind::Object) {
            m_bits[bit / 64] |= mask;
            ++m_objects;
        } else {
            m_bits[bit / 64] &= ~mask;
            ++m_arrays;
        }
    }
    ++m_depth;
}

inline void BracketStack::pop()
{
    --m_depth;
    if (m_depth < Remembered)
        --(kindAt(m_depth) == Kind::Object ? m_objects : m_arrays);
}

inline void BracketStack::close(Kind kind)
{
    if (m_depth == 0)
        return;
    // Checking the counts first keeps this linear over a whole text: everything the loop pops was pushed
    // once.
    const bool isOpen = (kind == Kind::Object ? m_objects : m_arrays) > 0;
    while (isOpen && m_depth <= Remembered && top() != kind)
        pop();
    pop();
}

} // namespace Trailglass
