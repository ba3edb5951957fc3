// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

// Witness files in which anybody may have written: every line is read once, whatever stands in front of a note does not hide
// it, and notes that are appended are read back.

#include "models/workspace/witnessfile.h"

#include "models/merkle/signednote.h"
#include "tests/fuzz/fuzztarget.h"

#include <QFile>
#include <QTemporaryDir>

#include <optional>
#include <vector>

using namespace Trailglass;
using namespace Qt::StringLiterals;

using Fuzz::require;

namespace {

const QByteArray LastNote = "trailglass.local/00f1e2d3c4b5a697\n1\nAAAA\n\n"
                            "\xE2\x80\x94 trailglass.local/00f1e2d3c4b5a697 AAAA\n";

void writeWitness(const QString &fileName, const QByteArray &bytes)
{
    QFile file(fileName);
    require(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size(),
            "the file can be written");
}

/// \returns nothing for a file that is refused
std::optional<std::vector<WitnessNote>> partsOf(const QString &fileName)
{
    std::vector<WitnessNote> parts;
    const auto read = readWitness(fileName, {}, [&parts](const WitnessNote &part) {
        parts.push_back(part);
        return Result<void>();
    });
    if (read)
        return parts;
    require(read.error().kind == ErrorKind::TooLarge && !read.error().message.isEmpty(),
            "a file is only refused for its size, with a sentence");
    return std::nullopt;
}

void checkParts(const std::vector<WitnessNote> &parts)
{
    qint64 line = 0;
    for (const WitnessNote &part : parts) {
        require(part.line > line, "each part begins after the one before");
        line = part.line + part.bytes.count('\n') - 1;
        require(part.bytes.endsWith('\n') && !part.bytes.startsWith('\n'), "a part is whole lines");
        require(part.bytes.size() <= MaxNoteSize, "no part is larger than a note");
        require(!part.isNote || part.bytes.contains("\n\n\xE2\x80\x94 "), "a note has a signature");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view input = Fuzz::inputOf(data, size);
    const QByteArray bytes(input.data(), static_cast<qsizetype>(input.size()));
    const QTemporaryDir folder;
    const QString fileName = folder.filePath(u"witness"_s);
    writeWitness(fileName, bytes);
    const auto parts = partsOf(fileName);
    if (parts)
        checkParts(*parts);

    const auto appended = appendToWitness(fileName, LastNote);
    if (appended) {
        Fuzz::reached("appended");
        const auto now = partsOf(fileName);
        require(!now || now->back().bytes == LastNote, "what is appended is the last part");
    } else {
        Fuzz::reached("not appended");
        require(appended.error().kind == ErrorKind::Malformed,
                "only a file that ends otherwise refuses a note");
    }

    writeWitness(fileName, bytes + "\n\n" + LastNote);
    const auto whole = partsOf(fileName);
    require(!whole || (whole->back().isNote && whole->back().bytes == LastNote),
            "nothing in front of a note hides it");
    return 0;
}
