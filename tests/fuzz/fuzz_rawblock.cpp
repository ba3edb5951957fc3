// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Blocks of raw JSON, as bytes from a file and as what was packed into one: texts lie within the block and make it up, nothing
// is left after an error, and what is packed is unpacked.

#include "models/store/rawblock.h"
#include "tests/fuzz/fuzztarget.h"

#include <algorithm>

using namespace Trailglass;

using Fuzz::require;

namespace {

void checkBlock(const RawBlock &block, std::size_t count)
{
    require(block.texts.size() == count, "a block has as many texts as it should");
    const char *next = block.bytes.data() + count * sizeof(quint32);
    for (const std::string_view text : block.texts) {
        require(text.data() == next, "texts follow one another");
        next += text.size();
    }
    require(next == block.bytes.data() + block.bytes.size(), "texts make up the block");
}

/// \param packed  one frame or anything else
void unpack(std::span<const char> packed, std::size_t count)
{
    RawBlockCodec codec;
    RawBlock block;
    const auto unpacked = codec.unpack(packed, count, block);
    Fuzz::reached(unpacked ? "unpacked" : "refused");
    if (!unpacked) {
        require(unpacked.error().kind == ErrorKind::Malformed, "damage is reported as damage");
        require(block.texts.empty() && block.bytes.empty(), "nothing is left after an error");
        return;
    }
    checkBlock(block, count);
    RawBlock again;
    const auto packedAgain = codec.pack(block.texts);
    require(packedAgain && codec.unpack(*packedAgain, count, again) && again.bytes == block.bytes,
            "a block is packed as it was read");
}

void packLines(std::string_view input)
{
    std::vector<std::string_view> texts;
    while (!input.empty() && texts.size() < RawBlock::Capacity) {
        const std::size_t end = std::min(input.find('\n'), input.size());
        texts.push_back(input.substr(0, end));
        input.remove_prefix(std::min(end + 1, input.size()));
    }
    RawBlockCodec codec;
    RawBlock block;
    const auto packed = codec.pack(texts);
    require(packed && codec.unpack(*packed, texts.size(), block), "what is packed is unpacked");
    require(block.texts == texts, "and is what it was");
    require(!codec.unpack(*packed, texts.size() + 1, block), "another number of texts is refused");
}

} // namespace

/// The first byte is the number of texts, the rest a block: as it is, and as what a frame with a right checksum holds.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input = Fuzz::inputOf(data, size);
    if (input.empty())
        return 0;
    const auto count = static_cast<std::size_t>(static_cast<unsigned char>(input.front()));
    const std::string_view block = input.substr(1);
    unpack(block, count);
    FrameCodec frames;
    const auto frame = frames.pack(block);
    require(frame.hasValue(), "everything can be packed");
    unpack(*frame, count);
    packLines(block);
    return 0;
}
