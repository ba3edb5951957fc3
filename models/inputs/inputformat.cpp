// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/inputs/inputformat.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::string_view_literals;

namespace Trailglass {

namespace {

struct Beginning
{
    std::string_view bytes;
    InputFormat format;
};

/// A zstd frame, or one that is skipped: the low half of the first byte is free there.
constexpr std::string_view ZstdFrame = "\x28\xB5\x2F\xFD"sv;
constexpr std::string_view SkippableFrame = "\x2A\x4D\x18"sv; // after its first byte

constexpr std::array Beginnings{
    Beginning{"\x1F\x8B"sv, InputFormat::Gzip},
    Beginning{ZstdFrame, InputFormat::Zstd},
    Beginning{"PK\x03\x04"sv, InputFormat::Zip},
    Beginning{"PK\x05\x06"sv, InputFormat::Zip},
    Beginning{"\xFF\xFE"sv, InputFormat::Utf16LittleEndian},
    Beginning{"\xFE\xFF"sv, InputFormat::Utf16BigEndian},
};

/// Begins like UTF-16.
constexpr std::string_view Utf32LittleEndian = "\xFF\xFE\0\0"sv;

struct Unread
{
    std::string_view bytes;
    QLatin1StringView name;
};

constexpr std::array UnreadBeginnings{
    Unread{"BZh"sv, "bzip2"_L1},
    Unread{"\xFD"
           "7zXZ\0"sv,
           "xz"_L1},
    Unread{"7z\xBC\xAF\x27\x1C"sv, "7z"_L1},
    Unread{"Rar!\x1A\x07"sv, "RAR"_L1},
    Unread{"\x04\x22\x4D\x18"sv, "LZ4"_L1},
    Unread{Utf32LittleEndian, "UTF-32"_L1},
    Unread{"\0\0\xFE\xFF"sv, "UTF-32"_L1},
};

} // namespace

InputFormat inputFormat(std::string_view beginning)
{
    if (beginning.starts_with(Utf32LittleEndian))
        return InputFormat::Plain;
    const auto found = std::ranges::find_if(
        Beginnings, [&](const Beginning &each) { return beginning.starts_with(each.bytes); });
    if (found != Beginnings.end())
        return found->format;
    const bool isSkippable = beginning.size() > SkippableFrame.size()
        && (static_cast<unsigned char>(beginning.front()) & 0xF0U) == 0x50U
        && beginning.substr(1).starts_with(SkippableFrame);
    return isSkippable ? InputFormat::Zstd : InputFormat::Plain;
}

std::optional<QString> unreadFormat(std::string_view beginning)
{
    const auto found = std::ranges::find_if(
        UnreadBeginnings, [&](const Unread &each) { return beginning.starts_with(each.bytes); });
    if (found == UnreadBeginnings.end())
        return {};
    return QString(found->name);
}

} // namespace Trailglass
