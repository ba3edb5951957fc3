// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

#include <functional>

class QLineEdit;

namespace Trailglass {

/// Where an export goes: a line to type in, and a dialog to look for a place.
/// \thread GUI
class ExportFile : public QWidget
{
    Q_OBJECT

public:
    /// \param folder  where relative names are; empty, gone or read-only: the user's documents, downloads or home,
    /// whichever is there
    /// \param name  of the file to begin with, without an ending
    explicit ExportFile(const QString &folder, QWidget *parent = nullptr,
                        const QString &name = QStringLiteral("trailglass-events"));

    /// Absolute; empty when nothing is named.
    [[nodiscard]] QString fileName() const;

    /// Calls \a write at once where there is no such file, else once the user has agreed to replace it.
    /// \param refuse  called instead, with a sentence, when no file is named or a folder is; the line has the focus then
    void askOrWrite(const std::function<void()> &write,
                    const std::function<void(const QString &why)> &refuse);

    /// The ending of the name, without the dot; another ending stays when the user gave it.
    void setSuffix(const QString &suffix);

private:
    [[nodiscard]] QString problem() const;
    void browse();

    QString m_folder;
    QString m_suffix;
    QLineEdit *m_name;
};

} // namespace Trailglass
