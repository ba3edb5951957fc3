// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "tests/crash/unsyncedfiles.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace Trailglass::Testing {

namespace {

std::optional<std::string> contentOf(const std::string &path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file)
        return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

void write(const std::string &path, const std::string &content)
{
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
}

} // namespace

void UnsyncedFiles::opening(const std::string &path)
{
    const auto known = m_files.find(path);
    if (known == m_files.end() || known->second.isDeleted)
        m_files[path] = File{.onDisk = contentOf(path)};
}

void UnsyncedFiles::written(const std::string &path, std::int64_t offset, std::string_view bytes)
{
    m_files[path].changes.push_back({offset, std::string(bytes)});
}

void UnsyncedFiles::truncated(const std::string &path, std::int64_t size)
{
    m_files[path].changes.push_back({size, std::nullopt});
}

void UnsyncedFiles::synced(const std::string &path)
{
    File &file = m_files[path];
    std::string content = file.onDisk.value_or(std::string());
    for (const Change &change : file.changes)
        apply(change, content);
    file = File{.onDisk = std::move(content)};
    std::erase_if(m_files, [](const auto &each) { return each.second.isDeleted; });
}

void UnsyncedFiles::deleted(const std::string &path)
{
    m_files[path].isDeleted = true;
}

void UnsyncedFiles::cutPower(std::uint64_t seed)
{
    m_random.seed(seed);
    const auto share = static_cast<Share>(m_random() % 3);
    for (const auto &[path, file] : m_files) {
        restore(path, file, share);
        // Memory that the processes share; nothing of it is ever synced.
        std::filesystem::remove(path + "-shm");
    }
    m_files.clear();
}

void UnsyncedFiles::restore(const std::string &path, const File &file, Share share)
{
    if (file.isDeleted) {
        if (file.onDisk && !survives(share))
            write(path, *file.onDisk);
        return;
    }
    if (!std::filesystem::exists(path))
        return;
    if (!file.onDisk && !survives(share)) {
        std::filesystem::remove(path);
        return;
    }
    std::string content = file.onDisk.value_or(std::string());
    for (const Change &change : file.changes) {
        if (!survives(share))
            continue;
        Change kept = change;
        // A sector or two of a write.
        if (share == Share::Some && kept.bytes && m_random() % 4 == 0)
            kept.bytes->resize(kept.bytes->size() / 2);
        apply(kept, content);
    }
    write(path, content);
}

void UnsyncedFiles::apply(const Change &change, std::string &content)
{
    const auto offset = static_cast<std::size_t>(change.offset);
    if (!change.bytes) {
        content.resize(offset);
        return;
    }
    content.resize(std::max(content.size(), offset + change.bytes->size()));
    content.replace(offset, change.bytes->size(), *change.bytes);
}

} // namespace Trailglass::Testing
