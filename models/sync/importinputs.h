// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include "models/inputs/inputdocuments.h"

#include <QStringList>

#include <functional>
#include <map>
#include <optional>

namespace Trailglass {

class Source;
struct InputFile;

/// A file that is being read.
struct OpenedInput
{
    std::unique_ptr<InputDocuments> documents;
    std::optional<InputDocument> first = {}; ///< taken out of them already
};

/// Opens what is to be imported. What can be read only once can be looked at before it is imported.
/// \thread any, one at a time
class ImportInputs
{
public:
    using Open = std::function<Result<std::unique_ptr<ByteInput>>(const QString &path)>;

    /// \param open  how a path that the user named becomes bytes; called on the calling thread
    explicit ImportInputs(Open open = openByteInput);

    /// The source type of the vendor whose events the files hold: of the first text for which that is clear. Looks
    /// at the beginnings of a few texts, of a pipe and of standard input at one.
    /// \error Malformed: it is not clear; that of the first file when none can be read; Cancelled
    [[nodiscard]] Result<const Source *> detectVendor(const QStringList &paths, const CancelToken &cancel);

    /// Files of a folder by openFoundFile().
    /// \error that of opening it
    [[nodiscard]] Result<OpenedInput> open(const InputFile &file);

private:
    enum class Reading
    {
        Once, ///< what was looked at is kept in the input
        Again, ///< the import opens it again
    };
    /// \returns null when it is not clear
    [[nodiscard]] static const Source *lookAt(OpenedInput &input, Reading reading, const CancelToken &cancel);

    Open m_open;
    std::map<QString, OpenedInput> m_seen; ///< that can be read only once and were looked at
};

} // namespace Trailglass
