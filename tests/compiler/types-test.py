#!/usr/bin/env python3
"""Reads cells of activation types, as the article published them in eleven languages."""

import subprocess

import harness

MAK, KMS, CLIENT, HOST = "mak", "kms", "kms-client", "kms-host"
AD, AVMA, TOKEN, OEM, DIGITAL = "ad", "avma", "token", "oem", "digital"

# Cells of the published revisions, judged by hand: the types in the English row of the same code.
PUBLISHED = {
    "de": {
        "MAK": {MAK},
        "KMS": {KMS},
        "KMS-client": {CLIENT},
        "KMS-host": {HOST},
        "MAK/KMS": {MAK, KMS},
        "MAK/KMS-client": {MAK, CLIENT},
        "KMS-Client/KMS-host": {CLIENT, HOST},
        "MAK/KMS-Client/KMS-host": {MAK, CLIENT, HOST},
        "KMS-Client/MAK/KMS-host": {MAK, CLIENT, HOST},
        "KMS, MAK KMS-client": {MAK, KMS, CLIENT},
    },
    "en": {
        "KMS client": {CLIENT},
        "KMS host": {HOST},
        "MAK<br />KMS": {MAK, KMS},
        "MAK<br />KMS client": {MAK, CLIENT},
        "MAK<br />KMS<br />KMS client": {MAK, KMS, CLIENT},
        "MAK<br />KMS client<br />KMS host": {MAK, CLIENT, HOST},
        "KMS client<br />KMS host": {CLIENT, HOST},
    },
    "es": {
        "Cliente KMS": {CLIENT},
        "Host de KMS": {HOST},
        "Cliente de MAK/KMS": {MAK, CLIENT},
        "KMS, cliente de KMS, MAK": {MAK, KMS, CLIENT},
        "Cliente de MAK/KMS y host de KMS": {MAK, CLIENT, HOST},
        "Cliente de KMS y host de MAK/KMS": {MAK, CLIENT, HOST},
    },
    "fr": {
        "Client KMS": {CLIENT},
        "Hôte KMS": {HOST},
        "UNE CLÉ MAK/KMS": {MAK, KMS},
        "Client une clé MAK/KMS": {MAK, CLIENT},
        "Service de gestion de clés (KMS)": {KMS},
        "Service KMS, client KMS, MAK": {MAK, KMS, CLIENT},
        "Serveur gestionnaire de clés": {KMS},
        "Hôte de client/MAK/KMS de KMS": {MAK, CLIENT, HOST},
    },
    "it": {
        "Servizio di gestione delle chiavi": {KMS},
        "MAK/Servizio di gestione delle chiavi": {MAK, KMS},
        "Client del Servizio di gestione delle chiavi": {CLIENT},
        "Host del Servizio di gestione delle chiavi": {HOST},
        "Client MAK/Servizio di gestione delle chiavi": {MAK, CLIENT},
        "Host KMS o client KMS": {CLIENT, HOST},
        "Client MAK/Servizio di gestione delle chiavi/host Servizio di gestione delle chiavi":
            {MAK, CLIENT, HOST},
        "Client Servizio di gestione delle chiavi/MAK/host Servizio di gestione delle chiavi":
            {MAK, CLIENT, HOST},
        "Servizio di gestione delle chiavi, client del Servizio di gestione delle chiavi, MAK":
            {MAK, KMS, CLIENT},
    },
    "ja": {
        "KMS クライアント": {CLIENT},
        "KMS ホスト": {HOST},
        "MAK/KMS クライアント/KMS ホスト": {MAK, CLIENT, HOST},
        "KMS、KMS クライアント、MAK": {MAK, KMS, CLIENT},
        "KMS クライアント/MAK/KMS ホスト": {MAK, CLIENT, HOST},
        "MAK<br />KMS<br />KMS クライアント": {MAK, KMS, CLIENT},
    },
    "ko": {
        "KMS": {KMS},
        "KMS 클라이언트": {CLIENT},
        "KMS 호스트": {HOST},
        "MAK<br />KMS 클라이언트<br />KMS 호스트": {MAK, CLIENT, HOST},
        "MAK<br />KMS<br />KMS 클라이언트": {MAK, KMS, CLIENT},
    },
    "pt-br": {
        "Cliente KMS": {CLIENT},
        "Host KMS": {HOST},
        "MAK<br />Cliente KMS<br />Host KMS": {MAK, CLIENT, HOST},
        "MAK<br />KMS<br />Cliente KMS": {MAK, KMS, CLIENT},
    },
    "ru": {
        "Клиент KMS": {CLIENT},
        "Узел KMS": {HOST},
        "Сервер управления ключами": {KMS},
        "MAK<br />Сервер управления ключами": {MAK, KMS},
        "MAK<br />Клиент KMS<br />Узел KMS": {MAK, CLIENT, HOST},
        "MAK<br />Сервер управления ключами<br />Клиент KMS": {MAK, KMS, CLIENT},
    },
    "zh-cn": {
        "KMS 客户端": {CLIENT},
        "KMS 主机": {HOST},
        "KMS 客户端 /KMS 主机": {CLIENT, HOST},
        "MAK/KMS 客户端/KMS 主机": {MAK, CLIENT, HOST},
        "KMS、KMS 客户端、MAK": {MAK, KMS, CLIENT},
    },
    "zh-tw": {
        "KMS 用戶端": {CLIENT},
        "KMS 主機": {HOST},
        "KMS 用戶端 /KMS 主機": {CLIENT, HOST},
        "KMS 用戶端/MAK/KMS 主機": {MAK, CLIENT, HOST},
        "KMS、KMS 用戶端、MAK": {MAK, KMS, CLIENT},
    },
}

# What an author may write: names spelled out, with the abbreviation after or before, and servers.
WRITTEN = {
    "de": {
        "Mehrfachaktivierungsschlüssel (MAK)": {MAK},
        "Schlüsselverwaltungsdienst-Client": {CLIENT},
    },
    "en": {
        "Key Management Service (KMS)": {KMS},
        "Key Management Service (KMS) client": {CLIENT},
        "KMS (Key Management Service) client": {CLIENT},
        "key management server": {KMS},
        "KMS server": {HOST},
        "Multiple Activation Key": {MAK},
        "Active Directory": {AD},
        "MAK<br />KMS client<br />KMS host<br />Active Directory": {MAK, CLIENT, HOST, AD},
        "AVMA or token": {AVMA, TOKEN},
        "Automatic virtual machine activation (AVMA)": {AVMA},
        "OEM<br />Digital license<br />MAK": {OEM, DIGITAL, MAK},
        "retail": {DIGITAL},
        "clients and hosts of KMS": {CLIENT, HOST},
        "`  KMS   client`": {CLIENT},
        "KMS (MAK) host": {MAK, HOST},
        "KMS (on Windows) host": {HOST},
        "KMS (KMS host": {KMS, HOST},
        "MAK × ＭＡＫ": {MAK},
    },
    "es": {"Clave de activación múltiple, servicio de administración de claves": {MAK, KMS}},
    "fr": {
        "Hôte du service de gestion des clés (KMS)": {HOST},
        "Clé d\u2019activation multiple": {MAK},
        "CLÉ D'ACTIVATION MULTIPLE": {MAK},
    },
    "it": {"Codice di attivazione multipla (MAK)": {MAK}},
    "ja": {
        "キー管理サービス (KMS) ホスト": {HOST},
        "キー管理サービス（KMS）": {KMS},
        "マルチ ライセンス認証キー": {MAK},
        "KMS ホスト、Active Directory": {HOST, AD},
        "トークン": {TOKEN},
        "OEM<br />デジタル ライセンス<br />デジタルライセンス": {OEM, DIGITAL},
    },
    "ko": {"KMS(키 관리 서비스)": {KMS}, "KMS(키 관리 서비스) 클라이언트": {CLIENT}},
    "pt-br": {
        "MAK (chave de ativação múltipla)": {MAK},
        "Cliente KMS (Serviço de Gerenciamento de Chaves)": {CLIENT},
    },
    "ru": {
        "узел": {HOST},
        "УЗЕЛ ещЁ": {HOST},
        "узлы KMS": {HOST},
        "Клиент службы управления ключами (KMS)": {CLIENT},
        "Узел сервера управления ключами": {HOST},
        "Ключ многократной активации": {MAK},
    },
    "zh-cn": {"密钥管理服务 (KMS) 主机": {HOST}, "密钥管理服务器": {KMS}},
    "zh-tw": {"金鑰管理伺服器": {KMS}, "多重啟用金鑰": {MAK}, "金鑰管理服務用戶端": {CLIENT}},
}

# Not a word of a type, whatever surrounds it.
UNNAMED = ("Windows", "und", "MAKs2", "KMSX", "ключами", "キー", "gestione delle chiavi", "—")


def table(cells):
    """A document with one row per cell, its codes counting from 0xC0DE0000."""
    rows = (f"|0x{0xC0DE0000 + i:08X}|m|{cell}|c|s|\n" for i, cell in enumerate(cells))
    return "|c|m|t|c|s|\n|-|-|-|-|-|\n" + "".join(rows)


class Types(harness.FolderTest):
    def list(self, language, cells):
        self.write("a.md", table(cells))
        return subprocess.run(
            [harness.COMPILER, "--list", f"{language}=a.md"], cwd=self.folder,
            capture_output=True, encoding="utf-8", check=False,
        )

    def compare(self, languages):
        self.assertEqual(len(languages), 11)
        for language, cells in languages.items():
            process = self.list(language, cells)
            self.assertEqual((process.returncode, process.stderr), (0, ""), language)
            lines = [line.split("\t") for line in process.stdout.splitlines()]
            self.assertEqual(len(lines), len(cells))
            for (cell, types), (_, listed, _) in zip(cells.items(), lines):
                with self.subTest(language=language, cell=cell):
                    self.assertEqual(set(listed.split(",")), types)

    def test_published_cells(self):
        self.compare(PUBLISHED)

    def test_spelled_out_names(self):
        self.compare(WRITTEN)

    def test_cells_that_name_no_type(self):
        for cell in UNNAMED:
            with self.subTest(cell):
                process = self.list("en", [cell])
                self.assertEqual((process.returncode, process.stdout), (1, ""))
                self.assertEqual(
                    process.stderr,
                    f'a.md:3:15: error: "{cell}" names no activation type; expected MAK, KMS, KMS'
                    " client, KMS host, Active Directory, AVMA, token, OEM or digital license\n",
                )


if __name__ == "__main__":
    harness.main()
