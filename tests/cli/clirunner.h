// SPDX-FileCopyrightText: Trailglass authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QMap>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace Trailglass::Support {

/// What a run of trailglass-cli left behind.
struct CliResult
{
    int exitCode = -1; ///< 128 + signal when one ended it
    QByteArray output;
    QByteArray errors;

    [[nodiscard]] QJsonObject jsonObject() const; ///< of the output; empty when it is none
    [[nodiscard]] QJsonArray jsonArray() const;
    [[nodiscard]] QList<QByteArray> lines() const; ///< of the output, without the empty one at the end
};

/// Runs the real trailglass-cli in a workspace of its own, with a home of its own.
///
/// Waiting runs the event loop, so stand-in servers of the same thread respond meanwhile.
class CliRunner
{
public:
    /// \param program  trailglass-cli, or a program with the same command line
    explicit CliRunner(const QString &program = CliRunner::program());

    [[nodiscard]] QString workspace() const { return m_folder.filePath(QStringLiteral("workspace")); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    /// Everything the program could write to: workspace, home, temporary files.
    [[nodiscard]] QString folder() const { return m_folder.path(); }

    [[nodiscard]] QProcessEnvironment &environment() { return m_environment; }
    [[nodiscard]] const QProcessEnvironment &environment() const { return m_environment; }

    /// A runner of the same program with the same variables, in an empty folder of its own.
    [[nodiscard]] std::unique_ptr<CliRunner> another() const;
    /// Copies what is in the folder of \a other, and those of its variables that this runner has not.
    /// \pre no program of \a other runs
    [[nodiscard]] bool copyFrom(const CliRunner &other);

    /// Runs to the end; at most a minute.
    [[nodiscard]] CliResult run(const QStringList &arguments, const QByteArray &input = {}) const;
    /// The same without naming the workspace.
    [[nodiscard]] CliResult runAsTyped(const QStringList &arguments, const QByteArray &input = {}) const;

    /// Adds a source whose secrets are in environment variables.
    [[nodiscard]] CliResult addSource(const QString &type, const QString &name,
                                      const QMap<QString, QString> &settings,
                                      const QMap<QString, QString> &secrets);

    /// A private file with this content.
    [[nodiscard]] QString writeFile(const QString &name, const QByteArray &content) const;

    /// The program of this build, and arguments as run() gives them, for tests that hold the process
    /// themselves.
    [[nodiscard]] static QString program();
    /// The program that run() starts.
    [[nodiscard]] QString executable() const { return m_program; }
    [[nodiscard]] QStringList withWorkspace(const QStringList &arguments) const;

private:
    CliRunner(QString program, QProcessEnvironment environment);

    QString m_program;
    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
};

/// The bytes of a file, or a text that says that it cannot be read.
[[nodiscard]] QByteArray contentOf(const QString &fileName);

} // namespace Trailglass::Support
