// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QtGlobal>

#include <array>
#include <bit>
#include <string_view>

namespace Trailglass {

/// A member to look for: \a key of the object itself (empty \a parent), or of the object that is its member
/// \a parent.
struct FieldPath
{
    std::string_view parent;
    std::string_view key;
};

/// The members that JsonFields looks for. A name is compared with few of them: those that share its bucket, which
/// follows from its first byte and its length. The compiler makes the buckets of a constant.
/// \thread any
class FieldTable
{
public:
    static constexpr std::size_t MaxPaths = 32;

    /// Some of the paths: bit n stands for the one at position n.
    using Set = quint32;

    template <std::size_t Count>
    constexpr explicit FieldTable(const std::array<FieldPath, Count> &paths)
        : m_size(Count)
    {
        static_assert(Count <= MaxPaths);
        for (std::size_t index = 0; index < Count; ++index)
            add(index, paths[index]);
    }

    [[nodiscard]] constexpr std::size_t size() const { return m_size; }
    [[nodiscard]] constexpr const FieldPath &operator[](std::size_t index) const { return m_paths[index]; }

    /// The paths without a parent.
    [[nodiscard]] Set topLevel() const { return m_topLevel; }

    /// The paths with this parent, which is not empty.
    [[nodiscard]] Set below(std::string_view parent) const
    {
        return thoseOf(m_byParent[bucketOf(parent)],
                       [parent](const FieldPath &path) { return path.parent == parent; });
    }

    /// Those of \a paths with this key.
    [[nodiscard]] Set withKey(std::string_view key, Set paths) const
    {
        return thoseOf(m_byKey[bucketOf(key)] & paths,
                       [key](const FieldPath &path) { return path.key == key; });
    }

    /// Calls \a visit with the position of each path of a set.
    template <class Visit>
    static void forEach(Set paths, Visit visit)
    {
        for (; paths != 0; paths &= paths - 1) // without its lowest bit
            visit(static_cast<std::size_t>(std::countr_zero(paths)));
    }

private:
    static constexpr std::size_t BucketCount = 32;

    static constexpr std::size_t bucketOf(std::string_view name)
    {
        const auto first = static_cast<quint8>(name.empty() ? '\0' : name.front());
        return (std::size_t(first) + name.size()) % BucketCount;
    }

    constexpr void add(std::size_t index, const FieldPath &path)
    {
        const Set bit = Set(1) << index;
        m_paths[index] = path;
        m_byKey[bucketOf(path.key)] |= bit;
        if (path.parent.empty())
            m_topLevel |= bit;
        else
            m_byParent[bucketOf(path.parent)] |= bit;
    }

    template <class Condition>
    [[nodiscard]] Set thoseOf(Set paths, Condition condition) const
    {
        Set found = 0;
        forEach(paths, [&](std::size_t index) {
            if (condition(m_paths[index]))
                found |= Set(1) << index;
        });
        return found;
    }

    std::array<FieldPath, MaxPaths> m_paths{};
    std::size_t m_size = 0;
    Set m_topLevel = 0;
    std::array<Set, BucketCount> m_byKey{}; ///< by bucketOf()
    std::array<Set, BucketCount> m_byParent{}; ///< likewise; the paths that have one
};

} // namespace Trailglass
