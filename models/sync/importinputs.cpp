// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#include "models/sync/importinputs.h"

#include "models/core/translation.h"
#include "models/inputs/inputfiles.h"
#include "models/sync/vendorguess.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Trailglass {

namespace {

/// Files, and members of one archive. The first ones of a folder may be notes.
constexpr qsizetype MaxLooks = 20;

/// Standard input can be a file of known size, and yet opening it a second time does not go back to its start.
bool isReadOnce(const InputFile &file, const InputDocuments &documents)
{
    return file.path == "-"_L1 || !documents.size();
}

} // namespace

ImportInputs::ImportInputs(Open open)
    : m_open(std::move(open))
{
}

Result<const Source *> ImportInputs::detectVendor(const QStringList &paths, const CancelToken &cancel)
{
    TRY(const InputList list, listInputs(paths, cancel));
    std::optional<Error> unreadable;
    bool wasRead = false;
    for (const InputFile &file : list.files.first(std::min(list.files.size(), MaxLooks))) {
        Result<OpenedInput> input = open(file);
        if (!input) {
            unreadable = unreadable.value_or(input.error());
            continue;
        }
        wasRead = true;
        const bool readOnce = isReadOnce(file, *input->documents);
        const Source *const source = lookAt(*input, readOnce ? Reading::Once : Reading::Again, cancel);
        if (readOnce)
            m_seen.insert_or_assign(file.path, *std::move(input));
        if (cancel.isCancelled())
            return Error{.kind = ErrorKind::Cancelled, .message = Trailglass::tr("Cancelled.")};
        if (source)
            return source;
    }
    if (!wasRead && unreadable)
        return *unreadable;
    return Error{.kind = ErrorKind::Malformed,
                 .message =
                     Trailglass::tr("It is not clear which vendor's events these are. Choose the source "
                                    "to import them into.")};
}

const Source *ImportInputs::lookAt(OpenedInput &input, Reading reading, const CancelToken &cancel)
{
    for (qsizetype look = 0; look < MaxLooks; ++look) {
        Result<std::optional<InputDocument>> next = input.documents->next(cancel);
        if (!next || !*next)
            return nullptr; // the import says what is wrong with it
        InputDocument &document = **next;
        const Source *source = nullptr;
        if (document.text) {
            auto text = std::make_unique<HeadInput>(*std::move(document.text));
            if (const auto beginning = text->head(GuessBytes, cancel))
                source = guessVendor(*beginning);
            document.text = std::unique_ptr<ByteInput>(std::move(text));
        }
        if (reading == Reading::Once)
            input.first = std::move(document);
        if (source || reading == Reading::Once)
            return source;
    }
    return nullptr;
}

Result<OpenedInput> ImportInputs::open(const InputFile &file)
{
    if (auto seen = m_seen.extract(file.path))
        return std::move(seen.mapped());
    TRY(auto bytes, file.isOfFolder ? openFoundFile(file.path) : m_open(file.path));
    return OpenedInput{.documents = std::make_unique<InputDocuments>(std::move(bytes))};
}

} // namespace Trailglass
