// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace Trailglass::Testing {

/// What of some files is not on the disk yet, and what a power cut makes of it.
///
/// As on a journalling file system: changes of a file get to the disk in any order until it is synced, names are
/// made and removed in order, and a sync of any file makes all earlier ones permanent.
/// \thread one at a time
class UnsyncedFiles
{
public:
    void clear() { m_files.clear(); }

    /// To be called before a file is opened for writing, with what is then on the disk.
    void opening(const std::string &path);
    void written(const std::string &path, std::int64_t offset, std::string_view bytes);
    void truncated(const std::string &path, std::int64_t size);
    void synced(const std::string &path);
    /// To be called after the deletion.
    void deleted(const std::string &path);

    /// Makes the files what the disk has: all that was synced, and of later changes none, all or some, by \a seed.
    /// Files that have another name by now are left as they are.
    void cutPower(std::uint64_t seed);

private:
    /// A write, or, without bytes, a change of the size.
    struct Change
    {
        std::int64_t offset = 0; ///< of a change of the size: the new one
        std::optional<std::string> bytes = {};
    };
    struct File
    {
        std::optional<std::string> onDisk = {}; ///< nothing: not even its name
        std::vector<Change> changes = {}; ///< since, in order
        bool isDeleted = false; ///< and its deletion is not on the disk yet
    };
    enum class Share
    {
        None,
        Some,
        All
    };

    static void apply(const Change &change, std::string &content);
    void restore(const std::string &path, const File &file, Share share);
    [[nodiscard]] bool survives(Share share)
    {
        return share == Share::All || (share == Share::Some && m_random() % 2 == 0);
    }

    std::map<std::string, File> m_files;
    std::mt19937_64 m_random;
};

} // namespace Trailglass::Testing
