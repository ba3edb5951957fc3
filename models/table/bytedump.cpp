// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/table/bytedump.h"

#include "models/json/utf8.h"

#include <cstdint>

namespace Trailglass {

namespace {

constexpr std::size_t BytesOfLine = 16;
constexpr std::string_view HexDigits = "0123456789abcdef";

void appendHex(std::uint64_t number, int digits, std::string &out)
{
    for (int digit = digits - 1; digit >= 0; --digit)
        out += HexDigits[(number >> (4 * digit)) & 0xFU];
}

void appendLine(std::string_view line, std::size_t offset, std::string &out)
{
    appendHex(offset, 8, out);
    out += ' ';
    for (std::size_t index = 0; index < BytesOfLine; ++index) {
        out += index % 8 == 0 ? "  " : " ";
        if (index < line.size())
            appendHex(static_cast<unsigned char>(line[index]), 2, out);
        else
            out += "  ";
    }
    out += "  ";
    for (const char byte : line)
        out += byte >= ' ' && byte <= '~' ? byte : '.';
    out += '\n';
}

} // namespace

std::string shownBytes(std::string_view bytes)
{
    if (isValidUtf8(bytes))
        return std::string(bytes);
    std::string dump;
    for (std::size_t offset = 0; offset < bytes.size(); offset += BytesOfLine)
        appendLine(bytes.substr(offset, BytesOfLine), offset, dump);
    return dump;
}

} // namespace Trailglass
