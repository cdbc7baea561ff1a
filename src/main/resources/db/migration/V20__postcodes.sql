-- The operator imports the ONS Postcode Directory here; terminated postcodes included, because old addresses are still typed.
CREATE TABLE postcode (
    postcode VARCHAR(8) NOT NULL,
    authority VARCHAR(9) NOT NULL,
    PRIMARY KEY (postcode)
) DEFAULT CHARSET utf8mb4 COLLATE utf8mb4_bin;
